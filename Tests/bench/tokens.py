#!/usr/bin/env python3
"""Token and sentence boundaries against Universal Dependencies, Glosse beside spaCy in one run.

    pip install spacy
    swift build -c release --static-swift-stdlib
    Tests/bench/tokens.py ../shared/data/syntax/*.conllu

The running text of a file is its `# text` lines with one blank between them; with `--paragraphs` a line break
stands where the file begins a document or paragraph. Gold tokens are the surface: a German contraction (zum) is one
token; an English one whose parts lie side by side (do|n't) is its parts. F1 counts spans of exactly the same characters.
spaCy is its blank pipeline of the language with the sentencizer.

By design Glosse differs from the treebanks in hyphen compounds, which stay whole (NATO-Rat, state-of-the-art): a reader
tags them so. The second line of each file counts them whole in the gold tokens too. Also by design, and not counted
apart: a clitic is cut off in German as well (geht|'s), and `bzw.` keeps its full stop everywhere. `--differences` lists
the commonest disagreements of all kinds.
"""

import argparse
import bisect
import collections
import pathlib
import subprocess
import sys
import tempfile
import time

import spacy


def sentences(path):
    """Yields (begins a paragraph, text, surface tokens) of each sentence of a CoNLL-U file."""
    begins, text, words, surface = False, "", [], {}
    for line in path.open(encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith(("# newpar", "# newdoc")):
            begins = True
        elif line.startswith("# text = "):
            text = line[len("# text = "):]
        elif line and line[0].isdigit():
            number, form = line.split("\t")[:2]
            if "-" in number:
                first, last = map(int, number.split("-"))
                surface[first] = (last, form)
            elif "." not in number:
                words.append(form)
        elif not line and words:
            yield begins, text, list(surface_tokens(words, surface))
            begins, words, surface = False, [], {}


def surface_tokens(words, surface):
    index = 0
    while index < len(words):
        last, form = surface.get(index + 1, (index + 1, words[index]))
        parts = words[index:last]
        yield from parts if "".join(parts) == form else [form]
        index = last


def gold(path, paragraphs):
    """The running text with the spans of its tokens and sentences, in code points."""
    pieces, tokens, spans, length = [], [], [], 0
    for begins, text, forms in sentences(path):
        if pieces:
            pieces.append("\n" if paragraphs and begins else " ")
            length += 1
        position = 0
        for form in forms:
            position = text.index(form, position)
            tokens.append((length + position, length + position + len(form)))
            position += len(form)
        spans.append((length, length + len(text)))
        pieces.append(text)
        length += len(text)
    return "".join(pieces), tokens, spans


def glosse(command, text):
    with tempfile.NamedTemporaryFile("wb", suffix=".txt") as file:
        file.write(text.encode())
        file.flush()
        listing = subprocess.run([*command, file.name], capture_output=True, check=True).stdout.decode()
    starts, offset = [], 0
    for character in text:
        starts.append(offset)
        offset += len(character.encode())
    starts.append(offset)
    point = {start: index for index, start in enumerate(starts)}
    tokens, spans, first = [], [], None
    for line in listing.split("\n"):
        if line:
            start, end, _ = line.split("\t")
            tokens.append((point[int(start)], point[int(end)]))
            first = tokens[-1][0] if first is None else first
        elif first is not None:
            spans.append((first, tokens[-1][1]))
            first = None
    return tokens, spans


def blank_spacy(language, text):
    pipeline = spacy.blank(language)
    pipeline.add_pipe("sentencizer")
    pipeline.max_length = len(text) + 1
    document = pipeline(text)
    tokens = [(t.idx, t.idx + len(t)) for t in document if not t.is_space]
    spans = []
    for sentence in document.sents:
        words = [t for t in sentence if not t.is_space]
        if words:
            spans.append((words[0].idx, words[-1].idx + len(words[-1])))
    return tokens, spans


def whole_compounds(text, tokens):
    """The gold tokens with hyphen compounds joined, and how many there are."""
    joined, count, index = [], 0, 0
    while index < len(tokens):
        last = index
        while (last + 2 < len(tokens) and text[slice(*tokens[last + 1])] == "-"
               and tokens[last][1] + 1 == tokens[last + 1][1] == tokens[last + 2][0]
               and text[tokens[last][1] - 1].isalnum() and text[tokens[last + 2][0]].isalpha()):
            last += 2
        count += last > index
        joined.append((tokens[index][0], tokens[last][1]))
        index = last + 1
    return joined, count


def f1(found, wanted):
    same = len(set(found) & set(wanted))
    return 200 * same / (len(found) + len(wanted))


def differences(text, found, wanted, count):
    """The commonest places where tokens disagree, as `gold / found`."""
    wanted_ends, found_ends = {e for _, e in wanted}, {e for _, e in found}
    wanted_starts, found_starts = {s for s, _ in wanted}, {s for s, _ in found}
    common = sorted((wanted_starts & found_starts) | {len(text)})
    counter, examples = collections.Counter(), {}

    def cut(spans, low, high):
        index = bisect.bisect_left(spans, (low, 0))
        pieces = []
        while index < len(spans) and spans[index][0] < high:
            pieces.append(text[slice(*spans[index])])
            index += 1
        return pieces

    for low, high in zip(common, common[1:]):
        left, right = cut(wanted, low, high), cut(found, low, high)
        if left != right:
            pair = ("|".join(left), "|".join(right))
            counter[shape(pair)] += 1
            examples.setdefault(shape(pair), []).append(" / ".join(pair))
    for name, total in counter.most_common(count):
        print(f"    {total:6}  {name:30}  {', '.join(examples[name][:8])}")


def shape(pair):
    def generic(text):
        out = []
        for character in text:
            kind = "a" if character.isalpha() else "9" if character.isdigit() else character
            if not out or out[-1] != kind:
                out.append(kind)
        return "".join(out)[:14]

    return " / ".join(generic(side) for side in pair)


def sentence_differences(text, found, wanted, count):
    for name, extra in (("too many", set(e for _, e in found) - set(e for _, e in wanted)),
                        ("missed", set(e for _, e in wanted) - set(e for _, e in found))):
        print(f"    sentence ends {name}: {len(extra)}")
        ends = sorted(extra)
        for end in ends[:: max(1, len(ends) // count)]:
            print("       ", repr(text[max(0, end - 40):end] + " ¦ " + text[end:end + 30]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    parser.add_argument("--glosse", default=".build/release/glosse tokens", help="the command to measure")
    parser.add_argument("--paragraphs", action="store_true", help="line breaks between paragraphs and documents")
    parser.add_argument("--differences", type=int, default=0, metavar="N", help="list the N commonest of each file")
    options = parser.parse_args()

    behind = False
    print(f"{'F1 against Universal Dependencies':36} {'tokens':>16} {'sentences':>18}")
    print(f"{'':36} {'Glosse':>8} {'spaCy':>8} {'Glosse':>9} {'spaCy':>8}")
    for path in options.files:
        text, tokens, spans = gold(path, options.paragraphs)
        ours = glosse(options.glosse.split(), text)
        began = time.perf_counter()
        theirs = blank_spacy(path.name[:2], text)
        seconds = time.perf_counter() - began
        row = [f1(ours[0], tokens), f1(theirs[0], tokens), f1(ours[1], spans), f1(theirs[1], spans)]
        whole, compounds = whole_compounds(text, tokens)
        behind |= row[0] <= row[1] or row[2] <= row[3]
        print(f"{path.name:36} {row[0]:8.2f} {row[1]:8.2f} {row[2]:9.2f} {row[3]:8.2f}"
              f"   spaCy {len(text.encode()) / 1e6 / seconds:.1f} MB/s")
        print(f"  {compounds} hyphen compounds whole".ljust(36), f"{f1(ours[0], whole):8.2f} {f1(theirs[0], whole):8.2f}")
        if options.differences:
            print("  gold / Glosse")
            differences(text, ours[0], tokens, options.differences)
            sentence_differences(text, ours[1], spans, options.differences)
    sys.exit(1 if behind else 0)


if __name__ == "__main__":
    main()
