#!/usr/bin/env python3
"""Time how fast formats are read and written, beside the Python libraries that people use for them, in one run.

    Tests/bench/formats.py [--megabytes 20] [--program .build/release/glosse] JSONL…

The documents are those of the JSON lines (glosse extract ARTICLES > FILE), over and over until their text is so many
megabytes; formats of one document a file get one document with all of it up to 2 MB. Every figure is megabytes of the
file in that format, of brat with its text beside it, by seconds of processor time, so that other work on the machine
counts little; reading is from bytes in memory to documents, writing from documents to bytes in memory, and the disk is
in neither. The best of three runs counts.

Run it with the environment of .ci/validate (.build/checks/bin/python), which has conllu, spaCy and dkpro-cassis.
"""

import argparse
import io
import json
import os
import pathlib
import subprocess
import tempfile
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")
MANY = {
    "jsonl": "jsonl", "conll2003": "conll", "conll2002": "conll", "germeval": "tsv", "conllu": "conllu",
    "doccano": "jsonl", "prodigy": "jsonl", "spacy": "jsonl", "huggingface": "jsonl", "labelstudio": "json",
}
ONE = {"brat": "ann", "pubannotation": "json", "gate": "bdocjs", "casjson": "json", "casxmi": "xmi",
       "tei": "xml", "webannotation": "jsonld"}


def repeated(documents, size):
    """Documents over and over, each with its own id, until their text has so many bytes."""
    total = 0
    while total < size:
        for document in documents:
            document = dict(document, id=f"{document['id']}-{total}")
            total += len(document["text"].encode())
            yield document
            if total >= size:
                return


def joined(documents, size):
    """All documents as one, with their mentions and relations."""
    whole = {"id": "whole", "title": "whole", "text": "", "mentions": [], "relations": []}
    for number, document in enumerate(repeated(documents, size)):
        start = len(whole["text"])
        for mention in document.get("mentions", []):
            mention = dict(mention, id=f"{number}-{mention['id']}", start=mention["start"] + start, end=mention["end"] + start)
            if "fragments" not in mention:
                whole["mentions"].append(mention)
        whole["text"] += document["text"] + "\n"
    return whole


def glosse(program, path, format):
    """Seconds and bytes of reading the file and of writing it again in the same format."""
    best = None
    for _ in range(3):
        run = subprocess.run(
            # Nothing is written, but formats of several files want to know where.
            [program, "convert", path, "--from", format, "--to", format, "--timing", "--output", path + ".again"],
            capture_output=True, text=True)
        if run.returncode:
            raise SystemExit(f"{format}: {run.stderr}")
        figures = json.loads(run.stdout)
        best = figures if best is None else {
            key: min(best[key], figures[key]) if key.endswith("seconds") else figures[key] for key in figures}
    return best


def timed(action):
    seconds = []
    for _ in range(3):
        start = time.process_time()
        result = action()
        seconds.append(time.process_time() - start)
    return min(seconds), result


def python(format, path):
    """The same with the library that people use: seconds to read, seconds to write, its name."""
    data = pathlib.Path(path).read_text(encoding="utf-8")
    if format == "conllu":
        import conllu
        read, sentences = timed(lambda: conllu.parse(data))
        write, _ = timed(lambda: "".join(sentence.serialize() for sentence in sentences))
        return read, write, f"conllu {conllu.__version__ if hasattr(conllu, '__version__') else ''}".strip()
    if format == "spacy":
        import spacy
        import srsly
        from spacy.tokens import Doc
        vocab = spacy.blank("xx").vocab
        lines = data.splitlines()
        read, docs = timed(lambda: [Doc(vocab).from_json(srsly.json_loads(line)) for line in lines])
        write, _ = timed(lambda: [srsly.json_dumps(doc.to_json()) for doc in docs])
        return read, write, f"spaCy {spacy.__version__}"
    if format == "casjson":
        import cassis
        read, cas = timed(lambda: cassis.load_cas_from_json(io.BytesIO(data.encode())))
        write, _ = timed(lambda: cas.to_json())
        return read, write, "dkpro-cassis"
    if format == "casxmi":
        import cassis
        with open(path[:-3] + "xml", "rb") as file:
            types = cassis.load_typesystem(file)
        read, cas = timed(lambda: cassis.load_cas_from_xmi(io.BytesIO(data.encode()), types))
        write, _ = timed(lambda: cas.to_xmi())
        return read, write, "dkpro-cassis"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--megabytes", type=float, default=20)
    parser.add_argument("--program", default=".build/release/glosse")
    options = parser.parse_args()
    documents = [json.loads(line) for file in options.files for line in open(file, encoding="utf-8") if line.strip()]
    print("| Format | File, MB | Read, MB/s | Written, MB/s | Library | Read, MB/s | Written, MB/s |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        many, one = f"{folder}/many.jsonl", f"{folder}/one.jsonl"
        with open(many, "w", encoding="utf-8") as file:
            for document in repeated(documents, options.megabytes * 1e6):
                file.write(json.dumps(document, ensure_ascii=False) + "\n")
        with open(one, "w", encoding="utf-8") as file:
            file.write(json.dumps(joined(documents, min(2, options.megabytes) * 1e6), ensure_ascii=False) + "\n")
        for format, ending in {**MANY, **ONE}.items():
            path = f"{folder}/{format}.{ending}"
            source = many if format in MANY else one
            made = subprocess.run(
                [options.program, "convert", source, "--to", format, "--unchecked", "--output", path],
                capture_output=True, text=True)
            if made.returncode:
                raise SystemExit(f"{format}: {made.stderr}")
            figures = glosse(options.program, path, format)
            size = figures["bytes"] / 1e6
            other = python(format, path)
            columns = [format, f"{size:.1f}", f"{size / figures['read_seconds']:.0f}", f"{size / figures['write_seconds']:.0f}"]
            columns += [other[2], f"{size / other[0]:.1f}", f"{size / other[1]:.1f}"] if other else ["", "", ""]
            print("| " + " | ".join(columns) + " |", flush=True)


if __name__ == "__main__":
    main()
