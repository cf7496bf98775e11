"""The texts that teachers label: always the same sentences in the same order, words as lists. No package is needed."""

import lzma
import re
from pathlib import Path

TOKEN = re.compile(
    r"\d+(?:[.,:]\d+)*(?:\.(?=\s+(?:Januar|Februar|M\u00e4rz|April|Mai|Juni|Juli|August|Sept|Okt|Nov|Dez)))?"
    r"|(?:[^\W\d_]\.){2,}|(?:Dr|Prof|Nr|Art|Abs|St|Mio|Mrd|bzw|ca|vgl)\."
    r"|[^\W_]+(?:[-\u2010\u2011\u2019'/&][^\W_]+)*-?|\.\.\.|\S")
END = {".", "!", "?", "\u2026"}
# A sentence of a speech without any of these rarely names anybody.
NAMED = re.compile(
    r"[A-Z\u00c4\u00d6\u00dc]{2,}|Koalition.*|Kolleg.*|Herrn?|Frau|Dr\.|Minister.*|Bundes(?!minister|regierung|l\u00e4nd).*|"
    r"Pr\u00e4sident.*|Union|Deutschland.*|Europa.*|Partei|Stadt|Universit\u00e4t|Gr\u00fcnen?|SPD|Abgeordnete.*")
CLOSING = {"\u201c", "\u201d", "\"", ")", "\u2018", "\u2019"}


def rows(path):
    """The fields of the words of each sentence in CoNLL-U."""
    words = []
    for line in open(path, encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if len(fields) > 4 and fields[0].isdigit():
            words.append(fields)
        elif not line.strip() and words:
            yield words
            words = []
    if words:
        yield words


def treebank(path):
    """(words, word classes) of each sentence in CoNLL-U."""
    for words in rows(path):
        yield [fields[1] for fields in words], [fields[3] for fields in words]


def speeches(path, every=31):
    """The words of sentences of every so many paragraphs of speech, of 6 to 60 words, that may hold names."""
    for number, paragraph in enumerate(lzma.open(path, "rt", encoding="utf-8")):
        if number % every:
            continue
        sentence = []
        tokens = TOKEN.findall(paragraph)
        for token, after in zip(tokens, tokens[1:] + ["."]):
            sentence.append(token)
            if (token in END and after not in CLOSING) or (token in CLOSING and len(sentence) > 1 and sentence[-2] in END):
                if 6 <= len(sentence) <= 60 and any(NAMED.fullmatch(word) for word in sentence):
                    yield sentence
                sentence = []


def sentences(name, data):
    data = Path(data)
    if name == "ewt":
        return [words for words, _ in treebank(data / "syntax/en-ewt-train.conllu")]
    return list(speeches(data / "text/bundestag-wp20.txt.xz"))[:LIMIT]


LIMIT = 3_200
