#!/usr/bin/env python3
"""Latency of Glosse's keys at the start, in the middle and at the end of a text; called by `terminal --places`.

Uses the pseudo terminal, the texts and the annotations of the shared terminal bench. "At once" are the first keys
after the first paint, while the library and the engine are still at work; the others come when they are done.
"""
import argparse
import importlib.util
import os
import shlex
import shutil
import subprocess
import tempfile
import time

# What is typed before the keys that are measured.
PLACES = {"start": ["gg"], "middle": ["/", "R", "A", "R", "E", "W", "O", "R", "D", "\r", "\x1b"], "end": ["G"]}
WORK = {
    "w (token)": ["w"],
    "j (row)": ["j"],
    "C-f (page)": ["\x06"],
    "] (mention)": ["]"],
    "Tab (suggestion)": ["\t"],
    "p w (tag)": ["p", "w"],
    "u (undo)": ["u"],
}
# At the end, where forward leads nowhere.
BACK = {
    "b (token)": ["b"],
    "k (row)": ["k"],
    "C-b (page)": ["\x02"],
    "[ (mention)": ["["],
    "S-Tab (suggestion)": ["\x1b[Z"],
    "p b (tag)": ["p", "b"],
    "u (undo)": ["u"],
}


def load(path):
    spec = importlib.util.spec_from_file_location("terminal_bench", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def row(name, result):
    print("| %s | %s | %s | %s | %s | %s |" % (
        name, result["p50_ms"], result["p95_ms"], result["max_ms"], result["bytes_per_key"],
        result["cpu_ms_per_key"]), flush=True)


def measure(bench, case, folder, argv, count, pause):
    def start():
        terminal = bench.Term(argv, folder)
        _, last, _, marked = terminal.read_settle(terminal.t0, marker=b"FIRSTTOKEN")
        return terminal, (marked or last or 0) * 1000

    print("\n%s\n\n| key | p50 ms | p95 ms | max ms | bytes | CPU ms |\n|---|---|---|---|---|---|" % case)
    terminal, paint = start()
    row("at once: w", bench.run_keys(terminal, ["w"] * count))
    terminal.close()
    terminal, paint = start()
    time.sleep(pause)
    for place, way in PLACES.items():
        for key in way:
            terminal.key(key)
        time.sleep(1)
        for name, keys in (BACK if place == "end" else WORK).items():
            row("%s: %s" % (place, name), bench.run_keys(terminal, (keys * count)[:count], first_wait=0.5))
    peak = terminal.stat()[1]
    terminal.close()
    print("\nFirst paint %.0f ms, peak memory %.1f MiB." % (paint, peak), flush=True)


def long_line(path, size):
    """One line of words, which must be as quick as a text of many."""
    with open(path, "w") as file:
        file.write("FIRSTTOKEN ")
        while file.tell() < size:
            file.write("Berlin und Paris sprechen über 20 Millionen Euro. " * 200)
            if file.tell() < size // 2 + 10_000 and file.tell() > size // 2 - 10_000:
                file.write("RAREWORD ")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bench", required=True)
    parser.add_argument("--own", required=True)
    parser.add_argument("--prepare", required=True)
    parser.add_argument("--sizes", default="10")
    parser.add_argument("--ann", default="0,100000")
    parser.add_argument("--line", type=float, help="also one line of so many MB")
    parser.add_argument("--n", type=int, default=100)
    parser.add_argument("--pause", type=float, default=4, help="seconds until the background work is done")
    options = parser.parse_args()
    bench = load(options.bench)
    work = tempfile.mkdtemp(prefix="places.")
    argv = shlex.split(options.own.format(file="text.txt"))
    try:
        cases = [(float(mb), int(count)) for mb in options.sizes.split(",") for count in options.ann.split(",")]
        for mb, count in cases:
            folder = os.path.join(work, "%g_%d" % (mb, count))
            os.makedirs(folder)
            text = bench.gen_text(os.path.join(folder, "text.txt"), int(mb * 1e6))
            if count:
                bench.gen_brat(text, os.path.join(folder, "text.ann"), count)
            subprocess.run(options.prepare.format(file="text.txt", brat="text.ann"), shell=True, cwd=folder, check=True)
            measure(bench, "%g MB, %d annotations" % (mb, count), folder, argv, options.n, options.pause)
            shutil.rmtree(folder)
        if options.line:
            folder = os.path.join(work, "line")
            os.makedirs(folder)
            long_line(os.path.join(folder, "text.txt"), int(options.line * 1e6))
            measure(bench, "one line of %g MB" % options.line, folder, argv, options.n, options.pause)
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
