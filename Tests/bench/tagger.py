#!/usr/bin/env python3
"""Speed of tagging names on one core: Glosse beside spaCy in one run, on the same tokens.

    pip install spacy
    swift build -c release --static-swift-stdlib
    Tests/bench/tagger.py ../shared/data/ner/de/germeval2014-dev.tsv

spaCy is a blank German pipeline whose NER component is trained here on the file's outer tags for `--epochs` (its speed
does not depend on how well it has learned). Both get gold tokens: spaCy as Doc objects that are ready before the clock
starts, Glosse through `glosse tag --pretokenized`, where reading, writing and the start of the program are in its time.
The file is repeated so that each run takes seconds; the runs take turns, and the median counts.
"""

import argparse
import os
import pathlib
import random
import statistics
import subprocess
import sys
import time

import spacy
from spacy.tokens import Doc
from spacy.training import Example, iob_to_biluo

ROOT = pathlib.Path(__file__).resolve().parents[2]


def sentences(path):
    """Yields the words and the outer IOB2 tags of each sentence of a GermEval file."""
    words, tags = [], []
    for line in [*path.open(encoding="utf-8"), "\n"]:
        fields = line.rstrip("\n").split("\t")
        if fields[0].isdigit() and len(fields) > 2:
            words.append(fields[1])
            tags.append(fields[2])
        elif not line.strip() and words:
            yield words, tags
            words, tags = [], []


def trained(data, epochs):
    pipeline = spacy.blank("de")
    ner = pipeline.add_pipe("ner")
    examples = []
    for words, tags in data:
        doc = Doc(pipeline.vocab, words=words)
        examples.append(Example.from_dict(doc, {"entities": iob_to_biluo(tags)}))
        for tag in tags:
            if tag != "O":
                ner.add_label(tag[2:])
    pipeline.initialize(lambda: examples)
    chance = random.Random(1)
    for _ in range(epochs):
        chance.shuffle(examples)
        for start in range(0, len(examples), 64):
            pipeline.update(examples[start:start + 64])
    return pipeline


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("file", type=pathlib.Path)
    arguments.add_argument("--glosse", default=ROOT / ".build/release/glosse", type=pathlib.Path)
    arguments.add_argument("--epochs", default=2, type=int)
    arguments.add_argument("--runs", default=5, type=int)
    options = arguments.parse_args()

    # One core for everything that follows, threads and children too.
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    data = list(sentences(options.file))
    count = sum(len(words) for words, _ in data)
    pipeline = trained(data, options.epochs)
    copies = 20
    lines = ("\n".join("\n".join(words) + "\n" for words, _ in data) + "\n").encode() * copies

    own, peer = [], []
    for _ in range(options.runs):
        docs = [Doc(pipeline.vocab, words=words) for words, _ in data]
        start = time.perf_counter()
        for _ in pipeline.pipe(docs, batch_size=256):
            pass
        peer.append(count / (time.perf_counter() - start))
        start = time.perf_counter()
        run = subprocess.run(
            [options.glosse, "tag", "--pretokenized", "-"], input=lines, stdout=subprocess.PIPE, check=True)
        own.append(copies * count / (time.perf_counter() - start))
        tagged = sum(1 for line in run.stdout.splitlines() if line)
        if tagged != copies * count:
            sys.exit(f"glosse tagged {tagged} tokens of {copies * count}")

    print("| tagger | tokens/s on one core, median | least | most |\n|---|--:|--:|--:|")
    for name, speeds in [("spaCy " + spacy.__version__ + ", blank German with NER", peer), ("Glosse", own)]:
        print(f"| {name} | {statistics.median(speeds):,.0f} | {min(speeds):,.0f} | {max(speeds):,.0f} |")
    print(f"\nGlosse is {statistics.median(own) / statistics.median(peer):.1f} times as fast.")


if __name__ == "__main__":
    main()
