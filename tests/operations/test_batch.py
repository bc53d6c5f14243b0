"""Many documents at once: every job has its outcome, whatever becomes of the workers."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from nq57gen.operations import regenerate
from nq57gen.operations.batch import render_all
from nq57gen.operations.outcome import Outcome, State, Wanted
from nq57gen.operations.paths import Job
from tests.schema.snippets import PLAN, changed

BAD = changed(PLAN, ("<<bien.so_luot>>", "<<bien.so_luott>>"))


def jobs_of(project: Path, *texts: str) -> list[Job]:
    """A spec for each text, and its job."""
    jobs = []
    for number, text in enumerate(texts, 1):
        spec = project / f"{number:02}.yaml"
        spec.write_text(text, encoding="utf-8")
        jobs.append(Job(spec, spec.name, project / "ra" / f"{number:02}.docx", project / "ra"))
    return jobs


def states(outcomes: Sequence[Outcome]) -> dict[str, State]:
    return {outcome.job.shown_as: outcome.state for outcome in outcomes}


@pytest.mark.parametrize("workers", [1, 2])
def test_one_bad_spec_does_not_stop_the_others(tmp_path: Path, workers: int) -> None:
    jobs = jobs_of(tmp_path, PLAN, BAD, PLAN, PLAN)
    outcomes = list(render_all(jobs, Wanted(tmp_path), workers=workers))
    assert states(outcomes) == {
        "01.yaml": State.MADE,
        "02.yaml": State.FAILED,
        "03.yaml": State.MADE,
        "04.yaml": State.MADE,
    }
    assert sorted(path.name for path in (tmp_path / "ra").glob("*.docx")) == ["01.docx", "03.docx", "04.docx"]
    (failed,) = (outcome for outcome in outcomes if outcome.state is State.FAILED)
    assert [one.code for one in failed.diagnostics] == ["N006"]
    assert not failed.internal


def test_what_is_up_to_date_starts_no_worker(tmp_path: Path) -> None:
    jobs = jobs_of(tmp_path, PLAN, PLAN, PLAN)
    list(render_all(jobs, Wanted(tmp_path), workers=1))
    with counting() as lent:
        outcomes = list(render_all(jobs, Wanted(tmp_path), workers=2, executor=lent))
    assert set(states(outcomes).values()) == {State.CURRENT}
    assert lent.most == 0


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    jobs = jobs_of(tmp_path, PLAN, PLAN)
    outcomes = list(render_all(jobs, Wanted(tmp_path, dry_run=True), workers=2))
    assert set(states(outcomes).values()) == {State.DUE}
    assert not (tmp_path / "ra").exists()


# --- workers that die


def kill_workers() -> None:
    for process in multiprocessing.active_children():
        process.kill()


def test_workers_killed_by_the_system_cost_no_document(tmp_path: Path) -> None:
    jobs = jobs_of(tmp_path, *[PLAN] * 12)
    outcomes: list[Outcome] = []
    for outcome in render_all(jobs, Wanted(tmp_path), workers=2):
        if not outcomes:
            kill_workers()
        outcomes.append(outcome)
    assert states(outcomes) == {job.shown_as: State.MADE for job in jobs}
    assert len(outcomes) == len(jobs)
    assert all(job.output.is_file() for job in jobs)


def test_a_document_that_kills_its_worker_is_told_and_the_others_are_made(tmp_path: Path) -> None:
    jobs = jobs_of(tmp_path, *[PLAN] * 8)
    killer = jobs[-1]
    line = "muc_dich: |\n"
    text = killer.spec.read_text(encoding="utf-8")
    assert line in text
    many = "".join(f"  - Việc số {number} của kế hoạch.\n" for number in range(8000))
    killer.spec.write_text(text.replace(line, line + many), encoding="utf-8")  # under way when it is killed
    made = threading.Event()

    def kill_whoever_works() -> None:
        while not made.wait(0.1):
            kill_workers()

    thread = threading.Thread(target=kill_whoever_works, daemon=True)
    outcomes = []
    for outcome in render_all(jobs, Wanted(tmp_path), workers=2):
        outcomes.append(outcome)
        if len(outcomes) == len(jobs) - 1:
            thread.start()
    made.set()
    thread.join(60)
    expected = {job.shown_as: State.FAILED if job is killer else State.MADE for job in jobs}
    assert states(outcomes) == expected
    (failed,) = (outcome for outcome in outcomes if outcome.state is State.FAILED)
    assert [one.code for one in failed.diagnostics] == ["B001"]
    assert failed.internal


@pytest.mark.parametrize("late", [False, True], ids=["made", "written"])
def test_a_bug_of_ours_in_one_document_is_told_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, late: bool
) -> None:
    jobs = jobs_of(tmp_path, PLAN, PLAN)

    def put(job: Job) -> Outcome:
        if job is jobs[0]:
            raise ZeroDivisionError("chia cho 0")
        return Outcome(job, State.MADE)

    def broken(job: Job, wanted: Wanted) -> Callable[[], Outcome]:
        if late:
            return lambda: put(job)
        outcome = put(job)
        return lambda: outcome

    monkeypatch.setattr(regenerate, "begin", broken)
    first, second = render_all(jobs, Wanted(tmp_path), workers=1)
    assert (first.state, first.internal) == (State.FAILED, True)
    assert [one.code for one in first.diagnostics] == ["B002"]
    assert "ZeroDivisionError ở test_batch.py:" in first.diagnostics[0].message
    assert second.made


# --- a bounded number under way, and stopping


class Counting(ThreadPoolExecutor):
    """An executor that knows how many jobs were under way at most."""

    def __init__(self) -> None:
        super().__init__(1)
        self.under_way = self.most = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        jobs = len(args[0])
        self.under_way += jobs
        self.most = max(self.most, self.under_way)
        future = super().submit(fn, *args, **kwargs)
        future.add_done_callback(lambda _: self.finished(jobs))
        return future

    def finished(self, jobs: int) -> None:
        self.under_way -= jobs


def counting() -> Counting:
    return Counting()


def made_at_once(job: Job, wanted: Wanted) -> Callable[[], Outcome]:
    return lambda: Outcome(job, State.MADE)


def test_few_documents_are_under_way_however_many_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(regenerate, "begin", made_at_once)
    jobs = [Job(tmp_path / f"{n}.yaml", f"{n}.yaml", tmp_path / f"{n}.docx") for n in range(1000)]
    with counting() as lent:
        outcomes = list(render_all(jobs, Wanted(tmp_path), workers=2, executor=lent))
    assert {outcome.job for outcome in outcomes} == set(jobs)
    assert len(outcomes) == len(jobs)
    assert 0 < lent.most <= 2 * 2 * 16


def test_a_lent_executor_stays_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regenerate, "begin", made_at_once)
    with counting() as lent:
        list(render_all(jobs_of(tmp_path, PLAN, PLAN), Wanted(tmp_path), workers=1, executor=lent))
        assert ThreadPoolExecutor.submit(lent, int, "7").result() == 7


@pytest.mark.parametrize("workers", [1, 2])
def test_once_stopped_the_outcomes_end_and_what_was_begun_is_whole(tmp_path: Path, workers: int) -> None:
    jobs = jobs_of(tmp_path, *[PLAN] * 24)
    outcomes: list[Outcome] = []
    for outcome in render_all(jobs, Wanted(tmp_path), workers=workers, stopped=lambda: len(outcomes) >= 3):
        outcomes.append(outcome)
    assert 3 <= len(outcomes) < len(jobs)
    assert {outcome.job.output for outcome in outcomes} == set((tmp_path / "ra").glob("*.docx"))
    rest = list(render_all(jobs, Wanted(tmp_path), workers=workers))
    assert sum(outcome.state is State.CURRENT for outcome in rest) == len(outcomes)
    assert sum(outcome.made for outcome in rest) == len(jobs) - len(outcomes)


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    pids = multiprocessing.get_context("spawn").SimpleQueue()
    parent = multiprocessing.get_context("spawn").Process(target=parent_of_workers, args=(pids,))
    parent.start()
    worker = pids.get()
    parent.kill()
    parent.join()
    for _ in range(100):
        if not is_running(worker):
            break
        threading.Event().wait(0.1)
    assert not is_running(worker)


def parent_of_workers(pids: Any) -> None:
    """Start a worker, tell its number and wait to be killed."""
    from nq57gen.operations.workers import Workers

    pids.put(Workers(1).submit(os.getpid).result())
    threading.Event().wait()


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_worker_does_not_hear_ctrl_c() -> None:
    from nq57gen.operations.workers import Workers

    with Workers(1) as workers:
        assert workers.submit(signal.getsignal, signal.SIGINT).result() == signal.SIG_IGN
