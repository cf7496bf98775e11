#!/usr/bin/env python3
"""Peak memory of the reader beside its limit; called by `memory` beside it.

Each case opens a text on a pseudo terminal, waits until the engine has read what is on the screen, pages through the
text, goes to its end and back, tags and moves. The peak is VmHWM; the limit is three times the text plus 40 MB. `at
rest` is what is resident then: what the program allocated, and pages of files (program, models, libraries). Without
--deep the deep engine is off; with it the limit is 120 MB higher.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

PAGE_DOWN = "\x06"
KEYS = [PAGE_DOWN] * 12 + ["G", "g", "g"] + ["p", "w"] * 5 + ["w", "j"] * 20


def status(pid):
    fields = {}
    for line in open(f"/proc/{pid}/status", encoding="ascii"):
        name, _, value = line.partition(":")
        if value.rstrip().endswith("kB"):
            fields[name] = int(value.split()[0]) / 1024
    return fields


def ticks(pid):
    fields = open(f"/proc/{pid}/stat", encoding="ascii").read().rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def settle(pid):
    """Waits until the program has used no processor for half a second."""
    last, since, start = ticks(pid), time.monotonic(), time.monotonic()
    while time.monotonic() - since < 0.5 and time.monotonic() - start < 60:
        time.sleep(0.05)
        if (now := ticks(pid)) != last:
            last, since = now, time.monotonic()


def measure(bench, glosse, text, folder, marker=None):
    # A library of its own beside the text, so that every run starts anew.
    terminal = bench.Term([glosse, "--library", "library.glosse", str(text)], str(folder), quiet=0.05)
    terminal.read_settle(terminal.t0, marker=marker)
    settle(terminal.pid)
    for key in KEYS:
        terminal.key(key, 1)
    settle(terminal.pid)
    found = status(terminal.pid)
    terminal.close()
    return found


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--bench", required=True, type=pathlib.Path)
    arguments.add_argument("--glosse", required=True)
    arguments.add_argument("--article", required=True, type=pathlib.Path)
    arguments.add_argument("--cases", default="0,1:0,1:100000,10:0,10:100000", help="MB:annotations; 0 is the article")
    arguments.add_argument("--check", action="store_true", help="fail when a peak is above its limit")
    arguments.add_argument("--deep", action="store_true", help="let the deep engine read, too")
    options = arguments.parse_args()
    sys.path.insert(0, str(options.bench.resolve().parent))
    import terminal_bench as bench

    print("| text | annotations | peak | limit | at rest: own | at rest: of files |\n|---|--:|--:|--:|--:|--:|")
    over = []
    for case in options.cases.split(","):
        with tempfile.TemporaryDirectory() as folder:
            for name in ["CONFIG_HOME", "DATA_HOME", "STATE_HOME"]:
                os.environ["XDG_" + name] = folder + "/" + name
            settings = pathlib.Path(folder, "CONFIG_HOME", "glosse", "config.toml")
            settings.parent.mkdir(parents=True)
            settings.write_text(f'deep = "{"always" if options.deep else "off"}"\n')
            size, _, count = case.partition(":")
            count = int(count or 0)
            if size == "0":
                text, name, marker = options.article.resolve(), options.article.name, None
            else:
                text = pathlib.Path(bench.gen_text(folder + "/text.txt", int(float(size) * 1e6)))
                name, marker = f"{size} MB", b"FIRSTTOKEN"
            if count:
                bench.gen_brat(str(text), folder + "/text.ann", count)
                subprocess.run(
                    [options.glosse, "import", "--library", "library.glosse", "text.ann"], cwd=folder, check=True,
                    capture_output=True)
            found = measure(bench, options.glosse, text, folder, marker)
            limit = (3 * text.stat().st_size + 40e6 + (120e6 if options.deep else 0)) / 2**20
            print(f"| {name} | {count:,} | {found['VmHWM']:.1f} MiB | {limit:.1f} MiB | {found['RssAnon']:.1f} MiB "
                  f"| {found['RssFile']:.1f} MiB |", flush=True)
            if found["VmHWM"] > limit:
                over.append(name)
    if options.check and over:
        sys.exit(f"memory: above the limit: {', '.join(over)}")


if __name__ == "__main__":
    main()
