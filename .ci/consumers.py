#!/usr/bin/env python3
"""Shows many files to the validators in one process, for most of a validator's time is spent on its imports.

    .ci/consumers.py VALIDATORS <LIST

A line of LIST is what the file is called in messages, the validator, and its arguments, with tabs between. Prints a line
per name with the number of files and of records that the consumers found; fails with the first file that one refuses.
"""

import collections
import contextlib
import io
import os
import runpy
import sys


def keep_schemas():
    """Reads each RELAX NG schema once: TEI's takes six seconds."""
    from lxml import etree

    make, known = etree.RelaxNG, {}
    etree.RelaxNG = lambda tree: known.get(tree.docinfo.URL) or known.setdefault(tree.docinfo.URL, make(tree))


def main():
    folder = os.path.abspath(sys.argv[1])
    # Some consumers bring pytest along, none needs the network.
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    sys.path.insert(0, folder)
    import common

    keep_schemas()
    checks = {}
    counts = collections.Counter()
    records = collections.Counter()
    for line in sys.stdin:
        name, validator, *arguments = line.rstrip("\n").split("\t")
        if validator not in checks:
            # The validators hand their check to this function, which runs it when they are programs.
            common.main = lambda check, usage: checks.__setitem__(validator, check)
            # One reader takes files only from below the folder of the first one: here that is the folder of all formats.
            sys.argv = [validator, os.path.dirname(arguments[0])]
            with contextlib.redirect_stdout(io.StringIO()):
                runpy.run_path(os.path.join(folder, validator))
        try:
            with contextlib.redirect_stdout(io.StringIO()) as printed:
                checks[validator](arguments).flush()
        except BaseException as error:
            sys.exit(f"{name}: {validator} refuses {' '.join(arguments)}\n{type(error).__name__}: {error}")
        counts[name] += 1
        records[name] += printed.getvalue().count("\n")
    for name, count in counts.items():
        print(f"ok  {name}: {count} {'file' if count == 1 else 'files'}, {records[name]} records")


if __name__ == "__main__":
    main()
