#!/usr/bin/env python3
"""Builds one site with DocTree and with other generators, and prints what each takes.

  Benchmarks/sites.py PAGES --generator GEN_SITE

GEN_SITE is the script that makes the site: `GEN_SITE PAGES FOLDER --all` writes the same pages to
FOLDER/sphinx, FOLDER/mkdocs and FOLDER/hugo, each in the syntax of the program that the folder is
named after. The programs are looked for in PATH and in the folders given with --tools; those that
are not there are named under the table. The rounds go through all programs, so that what else the
machine does hits all alike. Each build starts from nothing: neither output nor cache. What earlier
ones made is moved aside, not taken away, because a file system such as ext4 makes new files much more
slowly for some time after many were taken away.
"""
import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
CONFIGURATION = "myst_enable_extensions: [colon_fence, deflist, dollarmath]\nnumfig: true\n"


class Measurement:
    """What one run of a program took."""

    def __init__(self, cpu, wall, peak, pages=0):
        self.cpu, self.wall, self.peak, self.pages = cpu, wall, peak, pages


def measure(command, folder, environment=None):
    """Runs a command; its children count, too. The peak is that of the largest process."""
    with tempfile.TemporaryFile() as log:
        start = time.monotonic()
        process = subprocess.Popen(
            [str(word) for word in command], cwd=folder, stdout=log, stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL, env={**os.environ, **(environment or {})})
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            log.seek(0)
            sys.stderr.write(log.read().decode(errors="replace")[-2000:])
            sys.exit(f"sites.py: {command[0]} failed with {process.returncode}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Measurement(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * unit)


class Builder:
    """A program that builds the site."""

    def __init__(self, label, program, site, arguments, environment=None, leftovers=()):
        self.label, self.program, self.site = label, program, site
        self.arguments, self.environment, self.leftovers = arguments, environment, leftovers
        self.output = site.parent / "out" / re.sub(r"\W+", "-", label)
        self.runs = []

    def build(self):
        aside = self.output.parent.with_name("aside")
        for folder in (self.output.parent, aside):
            folder.mkdir(exist_ok=True)
        for path in (self.output, *(self.site / name for name in self.leftovers)):
            if path.exists():
                path.rename(aside / f"{time.time_ns()}")
        command = [self.program, *(str(word).replace("OUT", str(self.output)) for word in self.arguments)]
        run = measure(command, self.site, self.environment)
        produced = self.output if self.output.exists() else self.site / "site"
        run.pages = sum(1 for _ in produced.rglob("*.html"))
        self.runs.append(run)


def builders(options, root, find):
    """The programs that are there, and the names of those that are not."""
    site = {name: root / name for name in ("sphinx", "mkdocs", "hugo")}
    hugo = ["--quiet", "--destination", "OUT", "--cacheDir", root / "hugo-cache"]
    hugo_left = ("public", "resources", "../hugo-cache")
    known = [
        ("doctree", "doctree", site["sphinx"],
         ["build", ".", "OUT", "-c", root / "doctree.yml"], None, ()),
        ("Hugo", "hugo", site["hugo"], hugo, None, hugo_left),
        ("Hugo, no highlighting", "hugo", site["hugo"], hugo,
         {"HUGO_MARKUP_HIGHLIGHT_CODEFENCES": "false"}, hugo_left),
        ("Zensical", "zensical", site["mkdocs"],
         ["build", "-f", "zensical.yml", "--clean"], None, ("site", ".cache")),
        ("MkDocs", "mkdocs", site["mkdocs"],
         ["build", "--quiet", "-f", "mkdocs.yml", "-d", "OUT"], None, ()),
        ("Sphinx, myst-parser", "sphinx-build", site["sphinx"],
         ["-q", "-E", "-j", options.jobs, "-d", "OUT/.doctrees", ".", "OUT"], None, ()),
    ]
    found, missing = [], []
    for label, name, *rest in known:
        program = find(name)
        if program is None:
            missing.append(name)
        elif not options.only or name in options.only:
            found.append(Builder(label, program, *rest))
    return found, list(dict.fromkeys(missing))


def row(label, runs):
    cpu = [run.cpu for run in runs]
    best = min(runs, key=lambda run: run.wall)
    return (f"{label:34} {min(cpu):9.3f} {statistics.median(cpu):9.3f} {best.wall:9.3f} "
            f"{max(run.peak for run in runs) / 1e6:9.0f} {runs[-1].pages or '':>8} {len(runs):>5}")


def heading(title):
    print(f"\n{title:34} {'CPU s':>9} {'median':>9} {'wall s':>9} {'peak MB':>9} {'pages':>8} {'runs':>5}")


def compare(found, rounds, patience):
    for number in range(rounds):
        for builder in found:
            # Who takes minutes is known well enough after one round.
            if number == 0 or builder.runs[0].wall < patience:
                builder.build()
    heading("From nothing")
    for builder in found:
        print(row(builder.label, builder.runs))


def rebuild(doctree, rounds):
    """What builds of a site take that is built already."""
    build = [doctree.program, *(str(word).replace("OUT", str(doctree.output)) for word in doctree.arguments)]
    look = ["find", doctree.site, doctree.output, "-printf", "%s %T@"]
    page = sorted(doctree.site.glob("s*/p*.md"))[-1]
    text = page.read_text()
    kinds = {"find": [], "start-up": [], "nothing changed": [], "a sentence edited": [], "a title edited": []}
    measure(build, doctree.site)
    for number in range(rounds):
        if sys.platform == "linux":
            kinds["find"].append(measure(look, doctree.site))
        kinds["start-up"].append(measure([doctree.program, "--version"], doctree.site))
        kinds["nothing changed"].append(measure(build, doctree.site))
        page.write_text(f"{text}\nA sentence of round {number}.\n")
        kinds["a sentence edited"].append(measure(build, doctree.site))
        page.write_text(re.sub(r"^# .*$", f"# Title of round {number}", text, count=1, flags=re.M))
        kinds["a title edited"].append(measure(build, doctree.site))
        page.write_text(text)
        measure(build, doctree.site)
    heading("doctree, once it is built")
    for label, runs in kinds.items():
        if runs:
            print(row(label, runs))
    if kinds["find"]:
        least = {label: min(run.cpu for run in runs) for label, runs in kinds.items()}
        ratio = (least["nothing changed"] - least["start-up"]) / least["find"]
        print(f"Nothing changed, start-up taken off: {ratio:.1f} times what find takes")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=int)
    parser.add_argument(
        "--generator", type=Path,
        default=os.environ.get("DOCTREE_SITE_GENERATOR", HERE / "../../shared/tools/gen_site.py"),
        help="the script that makes the site (default: $DOCTREE_SITE_GENERATOR)")
    parser.add_argument("--doctree", type=Path, default=HERE / "../.build/release/doctree")
    parser.add_argument("--tools", type=Path, action="append", default=[], metavar="FOLDER",
                        help="where other programs are, before those in PATH")
    parser.add_argument("--only", action="append", metavar="PROGRAM", help="leave out the others")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--patience", type=float, default=20, metavar="SECONDS",
                        help="whoever takes longer is run once (default: 20)")
    parser.add_argument("--jobs", default="auto", help="how many processes Sphinx has")
    parser.add_argument("--folder", type=Path, help="where the site goes, and stays")
    options = parser.parse_args()
    search = os.pathsep.join([*(str(path) for path in options.tools), os.environ.get("PATH", "")])

    def find(name):
        if name == "doctree":
            return options.doctree.resolve() if options.doctree.exists() else shutil.which("doctree")
        return shutil.which(name, path=search)

    if not options.generator.exists():
        parser.error(f"there is no '{options.generator}'; say with --generator what makes the site")
    root = (options.folder or Path(tempfile.mkdtemp(prefix="doctree-sites-"))).resolve()
    try:
        if not (root / "sphinx").exists():
            subprocess.run([sys.executable, options.generator, str(options.pages), root, "--all"], check=True)
        (root / "doctree.yml").write_text(CONFIGURATION)
        found, missing = builders(options, root, find)
        compare(found, options.rounds, options.patience)
        for builder in found:
            if builder.label == "doctree":
                rebuild(builder, options.rounds)
        if missing:
            print(f"\nNot found: {', '.join(missing)}")
    finally:
        if options.folder is None:
            shutil.rmtree(root, ignore_errors=True)


if __name__ == "__main__":
    main()
