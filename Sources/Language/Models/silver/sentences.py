"""Batches of sentences, the teacher's probabilities, and the best labels by them."""

import numpy as np
import torch

from encoder import LABELS


def spans(labels):
    found, start = [], None
    for i, label in enumerate(list(labels) + ["O"]):
        if start is not None and (label == "O" or label[0] == "B" or label[2:] != labels[start][2:]):
            found.append((start, i, labels[start][2:]))
            start = None
        if label != "O" and start is None:
            start = i
    return found


def batches(sentences, pieces, size, order, longest=128):
    """Indexes, vectors, mask and the place of each word's first piece, for sentences of about one length."""
    cut = [[pieces.cut(word) for word in words] for words in sentences]
    lengths = [2 + sum(map(len, c)) for c in cut]
    batch, width = [], 0
    groups = []
    for i in order(lengths):
        width_now = min(longest, max(width, lengths[i]))
        if batch and width_now * (len(batch) + 1) > size:
            groups.append(batch)
            batch, width_now = [], min(longest, lengths[i])
        batch.append(i)
        width = width_now
    groups.append(batch)
    return groups, cut


def tensors(group, cut, pieces, longest=128):
    rows, places = [], []
    for i in group:
        row, place = [pieces.first], []
        for word in cut[i]:
            if len(row) + len(word) >= longest:
                break
            place.append(len(row))
            row += word
        rows.append(row + [pieces.last])
        places.append(place)
    width = max(map(len, rows))
    numbers = np.full((len(rows), width), pieces.pad)
    for r, row in enumerate(rows):
        numbers[r, :len(row)] = row
    mask = torch.from_numpy(numbers != pieces.pad)
    return torch.from_numpy(pieces.vectors(numbers)), mask, places


def probabilities(model, pieces, sentences, heads, longest=254):
    """For each head a list with an array (words, labels) for each sentence; words beyond the window are O."""
    groups, cut = batches(sentences, pieces, 1500, lambda n: sorted(range(len(n)), key=n.__getitem__), longest)
    result = [[None] * len(sentences) for _ in heads]
    model.eval()
    with torch.inference_mode():
        for group in groups:
            vectors, mask, places = tensors(group, cut, pieces, longest)
            states = model(vectors, mask)
            for h, head in enumerate(heads):
                shares = model.heads[head](states).softmax(-1).numpy()
                for r, i in enumerate(group):
                    array = np.zeros((len(sentences[i]), len(LABELS)), np.float32)
                    array[:, 0] = 1
                    array[:len(places[r])] = shares[r, places[r]]
                    result[h][i] = array
    return result


ALLOWED = np.array([[b[0] != "I" or a[2:] == b[2:] for b in LABELS] for a in LABELS])
STARTS = np.array([b[0] != "I" for b in LABELS])


def decode(scores):
    """The best allowed labels of an array (words, labels) of logarithms."""
    best = np.where(STARTS, scores[0], -1e9)
    backs = []
    for row in scores[1:]:
        ways = np.where(ALLOWED, best[:, None], -1e9)
        backs.append(ways.argmax(0))
        best = ways.max(0) + row
    labels = [int(best.argmax())]
    for back in reversed(backs):
        labels.append(int(back[labels[-1]]))
    return [LABELS[i] for i in reversed(labels)]
