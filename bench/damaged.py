"""Gives the program specs, Word files and templates damaged at random, and looks at what it makes of them.

    python -m bench.damaged [--specs 4000] [--words 500] [--templates 500] [--seed N] [--only KIND:NUMBER]

Each case runs in a process of its own. It fails on a traceback or exit status 3, after 20 s of the processor,
above 500 MB, and when a successful command has lost words: of the spec, or of the Word file that ``--fix``
changed. Failures are named by kind and number; ``--only`` runs one alone and keeps its files. POSIX only.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import random
import re
import resource
import shutil
import signal
import sys
import tempfile
import time
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from bench.damage import chance, damaged_spec, damaged_template, damaged_word_file
from bench.wards import ROOT

MOST_SECONDS, MOST_MEGABYTES = 20, 500
_LIMIT = 3_000_000_000  # bytes of addresses: what would take more ends, and does not take the machine with it
#: How much longer the clock may run than the processor, on a busy machine.
_BUSY = 8
_SAMPLES = sorted((ROOT / "specs").glob("*/*.yaml"))
_TEMPLATE = ROOT / "templates" / "chung" / "van_ban.docx"
_PACK = "phien_ban_dac_ta: 1\nten: Riêng\nan_ban: 1\nke_thua: chung\n"
_PRINTED = (
    "trich_yeu",
    "muc_dich",
    "yeu_cau",
    "muc_tieu",
    "giai_phap",
    "to_chuc_thuc_hien",
    "chi_dao",
    "ket_qua",
    "phuong_huong",
)
#: Names for other things, with letters that stand right at them and print as one word with what they print.
_NAMES = re.compile(r"\w*(?:<<.*?>>|\[\^[^\]]*\])\w*", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]{2,}")
_TEXT_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
_LETTERS = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(?:tab|br|cr)[ /]")


class Outcome(NamedTuple):
    """What became of a case: exit status (None: killed), what was printed, seconds, megabytes at the most."""

    status: int | None
    said: str
    seconds: float
    megabytes: float


class Case(NamedTuple):
    """Files made in a folder, the commands to run there, and the words that must come out of ``result``."""

    commands: tuple[tuple[str, ...], ...]
    result: str
    words: Counter[str]


def main() -> int:
    """Run the cases and print the failures; 1 when there are any."""
    parser = argparse.ArgumentParser(prog="python -m bench.damaged", description=__doc__)
    for kind, count in (("specs", 4000), ("words", 500), ("templates", 500)):
        parser.add_argument(f"--{kind}", type=int, default=count)
    parser.add_argument("--seed", type=int, default=57)
    parser.add_argument("--only", help="KIND:NUMBER, one case alone; its files stay")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        sources = _word_files(Path(made))
        kinds = {"specs": _spec_case, "words": _word_case(sources), "templates": _template_case}
        if options.only:
            kind, _, number = options.only.partition(":")
            folder = Path(tempfile.mkdtemp(prefix="damaged-"))
            print(folder)
            return 1 if _run(kind, int(number), options.seed, kinds[kind], folder) else 0
        jobs = [(kind, number) for kind in kinds for number in range(getattr(options, kind))]
        failed = _all(jobs, options.seed, kinds, Path(made))
    print(f"{len(jobs)} damaged files, seed {options.seed}: {failed} failures")
    return 1 if failed else 0


_Maker = Callable[[Path, random.Random], Case]


def _all(jobs: list[tuple[str, int]], seed: int, kinds: dict[str, _Maker], folder: Path) -> int:
    """Run the jobs in as many processes as there are processors; return how many failed."""
    processes = []
    count = os.cpu_count() or 1
    for share in range(count):
        process = os.fork()
        if not process:
            failed = 0
            for kind, number in jobs[share::count]:
                case = folder / f"{kind}-{number}"
                case.mkdir()
                failed += bool(_run(kind, number, seed, kinds[kind], case))
                shutil.rmtree(case, ignore_errors=True)
            os._exit(min(failed, 255))
        processes.append(process)
    return sum(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) for process in processes)


def _run(kind: str, number: int, seed: int, make: _Maker, folder: Path) -> list[str]:
    """Run one case; print and return what is wrong with it."""
    rng = chance(f"{seed} {kind} {number}")
    case = make(folder, rng)
    wrong = []
    for command in case.commands:
        outcome = _outcome(command, folder)
        wrong += [f"{command[0]}: {one}" for one in _faults(outcome)]
        if (outcome.status == 0 and command[0] == "render") or "--fix" in command:
            wrong += [f"{command[0]}: {one}" for one in _lost(case.words, folder / case.result)]
    for one in wrong:
        print(f"{kind}:{number}  {one}", flush=True)
    return wrong


def _faults(outcome: Outcome) -> Iterator[str]:
    if outcome.status is None:
        yield f"killed after {outcome.seconds:.0f} s"
    elif outcome.status not in (0, 1, 2) or "Traceback (most" in outcome.said:
        yield f"status {outcome.status}: {outcome.said.strip()[-300:]!r}"
    if outcome.megabytes > MOST_MEGABYTES:
        yield f"{outcome.megabytes:.0f} MB"


def _lost(words: Counter[str], result: Path) -> Iterator[str]:
    """What of ``words`` is not in a Word file that was made."""
    if result.exists() and words and (missing := words - words_of(result.read_bytes())):
        yield f"lost {dict(missing.most_common(6))}"


def _outcome(command: tuple[str, ...], folder: Path) -> Outcome:
    """Run ``nq57gen`` with ``command`` in ``folder``, in a process of its own."""
    from nq57gen.cli.main import main as program

    log = folder / "log"
    started = time.monotonic()
    process = os.fork()
    if not process:
        status = 3
        with (
            contextlib.suppress(BaseException),
            log.open("w", encoding="utf-8", errors="backslashreplace") as out,
        ):
            resource.setrlimit(resource.RLIMIT_AS, (_LIMIT, _LIMIT))
            resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
            sys.stdout = sys.stderr = out
            os.chdir(folder)
            status = program(list(command))
        os._exit(status)
    signal.signal(signal.SIGALRM, lambda *_: os.kill(process, signal.SIGKILL))
    signal.alarm(_BUSY * MOST_SECONDS)
    _, ended, usage = os.wait4(process, 0)
    signal.alarm(0)
    code = os.waitstatus_to_exitcode(ended)
    said = log.read_text(encoding="utf-8", errors="replace")
    return Outcome(code if code >= 0 else None, said, time.monotonic() - started, usage.ru_maxrss / 1024)


# --- cases


def _spec_case(folder: Path, rng: random.Random) -> Case:
    text = damaged_spec(rng.choice(_SAMPLES).read_text(encoding="utf-8"), rng)
    (folder / "a.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
    commands = (("check", "a.yaml"), ("render", "a.yaml", "-o", "ra", "--jobs", "1"))
    return Case(commands, "ra/a.docx", _words_of_spec(text))


def _template_case(folder: Path, rng: random.Random) -> Case:
    pack = folder / "templates" / "rieng"
    pack.mkdir(parents=True)
    (pack / "pack.yaml").write_text(_PACK, encoding="utf-8")
    (pack / "van_ban.docx").write_bytes(damaged_template(_TEMPLATE.read_bytes(), rng))
    text = re.sub(
        r"(?m)^mau: .*$", "mau: rieng", (ROOT / "docs/vi-du/ke-hoach.yaml").read_text(encoding="utf-8")
    )
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    commands = (("check", "templates/rieng/van_ban.docx"), ("render", "a.yaml", "-o", "ra", "--jobs", "1"))
    return Case(commands, "ra/a.docx", _words_of_spec(text))


def _word_case(sources: list[bytes]) -> _Maker:
    def make(folder: Path, rng: random.Random) -> Case:
        data = damaged_word_file(rng.choice(sources), rng)
        (folder / "a.docx").write_bytes(data)
        words = Counter[str]()
        with contextlib.suppress(Exception):  # what is no package has no words
            words = words_of(data)
        return Case((("check", "a.docx", "--fix", "-o", "b.docx"),), "b.docx", words)

    return make


def _word_files(folder: Path) -> list[bytes]:
    """The samples as Word files."""
    from nq57gen.cli.main import main as program

    with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
        program(["render", *map(str, _SAMPLES), "-o", str(folder / "mau"), "--jobs", "1"])
    found = [path.read_bytes() for path in sorted((folder / "mau").rglob("*.docx"))]
    assert len(found) == len(_SAMPLES), "the samples are not rendered"  # noqa: S101
    return found


# --- words


def words_of(data: bytes) -> Counter[str]:
    """The words that the text parts of a Word file hold, in small letters, composed."""
    found = Counter[str]()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if _TEXT_PARTS.fullmatch(name):
                for paragraph in _PARAGRAPH.findall(package.read(name).decode("utf-8", "replace")):
                    found += _words("".join(one[1] or " " for one in _LETTERS.finditer(paragraph)))
    return found


def _words_of_spec(text: str) -> Counter[str]:
    """The words of the sentences of a spec: of what is always printed, names for other things left out."""
    try:
        data = yaml.load(text, yaml.BaseLoader)  # noqa: S506  # makes strings, lists and mappings only
    except Exception:
        return Counter()
    found = Counter[str]()
    for key in _PRINTED:
        for value in _strings(data.get(key) if isinstance(data, dict) else None):
            if value.count(" ") > 2:
                found += _words(_NAMES.sub(" ", value))
    return found


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        named = value.items() if isinstance(value, dict) else (("", item) for item in value)
        for key, item in named:
            if key != "nhom_cot":  # printed once over the columns that share it
                yield from _strings(item)


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(unicodedata.normalize("NFC", text).lower()))


if __name__ == "__main__":
    sys.exit(main())
