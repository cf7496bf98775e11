"""Writes the container that ModelFile.swift reads, for the scripts that make tables for it."""

import struct

VERSION = 2
MASK = (1 << 64) - 1


def packed(kind, values):
    """Numbers, one behind the other, little-endian; `kind` is a letter of the module struct."""
    return struct.pack(f"<{len(values)}{kind}", *values)


def fnv(data):
    """As FeatureHash.of does."""
    value = 0xCBF29CE484222325
    for byte in data:
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return value


def mixed(template, value):
    """As FeatureHash.mixed does."""
    value = ((value ^ ((template * 0x9E3779B97F4A7C15) & MASK)) * 0xBF58476D1CE4E5B9) & MASK
    value = ((value ^ (value >> 29)) * 0x94D049BB133111EB) & MASK
    return value ^ (value >> 32)


def sorted_index(hashes, prefix=""):
    """The sections of a HashIndex over hashes that are sorted."""
    size = 1
    while 1 << (size + 1) < len(hashes):
        size += 1
    starts = [0]
    for number, value in enumerate(hashes):
        while len(starts) <= value >> (64 - size):
            starts.append(number)
    starts += [len(hashes)] * ((1 << size) + 1 - len(starts))
    return [
        (prefix + "starts", packed("I", starts)),
        (prefix + "marks", packed("H", [value & 0xFFFF for value in hashes])),
    ]


def checksum(data):
    """As Checksum.of does."""
    value = 0x9E3779B97F4A7C15 ^ len(data)
    whole = len(data) & ~7
    for part in [word for (word,) in struct.iter_unpack("<Q", data[:whole])] + list(data[whole:]):
        value = ((value ^ part) * 0xD6E8FEB86659FD93) & MASK
        value ^= value >> 32
    return value


def container(sections):
    """As ModelWriter does."""

    def aligned(count):
        return (count + 15) // 16 * 16

    start = aligned(24 + 32 * len(sections))
    table, content = b"", bytearray()
    for name, data in sections:
        table += name.encode().ljust(16, b"\0") + struct.pack("<QQ", start + len(content), len(data))
        content += data
        content += b"\0" * (aligned(len(content)) - len(content))
    rest = table + b"\0" * (start - 24 - len(table)) + content
    return b"GLOSSEMD" + struct.pack("<IIQ", VERSION, len(sections), checksum(rest)) + rest
