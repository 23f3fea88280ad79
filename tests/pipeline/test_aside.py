"""Work in another process, as if it were done here."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from dimitra_studio.core.errors import AudioError, DimitraError, TranscriptError
from dimitra_studio.core.paths import SAMPLE
from dimitra_studio.core.progress import Cancelled, Progress
from dimitra_studio.core.project import Media
from dimitra_studio.core.timeline import Segment
from dimitra_studio.pipeline.aside import Aside
from dimitra_studio.pipeline.word_finder import WordFinder
from tests.pipeline import aside_work
from tests.pipeline.aside_work import Counter

ROOT = Path(__file__).parents[2]
TEXT = "Hello! I am only a picture, but please give me a voice."


@pytest.fixture
def aside() -> Iterator[Aside]:
    aside = Aside(Counter)
    yield aside
    aside.close()


@pytest.fixture(scope="module")
def words() -> Iterator[Aside]:
    aside = Aside(WordFinder)
    yield aside
    aside.close()


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_another_process_keeps_what_it_has_opened(aside: Aside) -> None:
    pid = aside.call(aside_work.process_id)
    assert pid != os.getpid()
    assert aside.call(Counter.add, 2) == 2
    assert aside.call(Counter.add, 3) == 5
    assert aside.call(aside_work.process_id) == pid


def test_reports_arrive_in_order(aside: Aside) -> None:
    reports: list[Progress] = []
    aside.call(Counter.add, 3, on_progress=reports.append)
    told = list(dict.fromkeys(reports))  # a slow process has one told twice
    assert told == [Progress(step, 3, "Counting") for step in range(3)]


def test_errors_come_back_as_they_are(aside: Aside) -> None:
    with pytest.raises(AudioError, match=r"^This is no sound; choose another\.$") as told:
        aside.call(aside_work.refuse)
    assert isinstance(told.value.__cause__, OSError)
    assert str(told.value.__cause__) == "bad header"
    with pytest.raises(ValueError, match="curves must be") as mistake:
        aside.call(aside_work.blunder)
    assert "in blunder" in mistake.value.__notes__[0]
    with pytest.raises(RuntimeError, match="OddError: one, other"):
        aside.call(aside_work.stumble)
    assert aside.call(Counter.add, 1) == 1


def test_cancelling_ends_a_process_that_says_nothing(aside: Aside) -> None:
    pid = aside.call(aside_work.process_id)
    reports: list[Progress] = []

    def cancel(progress: Progress) -> None:
        reports.append(progress)
        if len(reports) == 3:
            raise Cancelled

    aside.call(Counter.add, 1)
    with pytest.raises(Cancelled):
        aside.call(aside_work.hang, on_progress=cancel)
    assert reports == 3 * [Progress(0, 1, "Hanging")]
    assert not is_running(pid)
    assert aside.call(Counter.add, 5) == 5  # in a new process


def test_death_is_told_in_a_sentence_and_survived(aside: Aside) -> None:
    with pytest.raises(DimitraError, match=r"sudden end, .*; close other programs and try again"):
        aside.call(aside_work.die)
    pid = aside.call(aside_work.process_id)
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: pid not in [child.pid for child in active_children()])
    assert aside.call(Counter.add, 1) == 1


def test_close_leaves_no_process(aside: Aside) -> None:
    pid = aside.call(aside_work.process_id)
    aside.close()
    assert not is_running(pid)
    aside.close()


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of other systems")
@pytest.mark.parametrize("signal_number", [signal.SIGKILL, signal.SIGTERM])
def test_no_process_outlives_a_killed_parent(signal_number: signal.Signals) -> None:
    code = (
        "from dimitra_studio.pipeline.aside import Aside\n"
        "from tests.pipeline import aside_work as work\n"
        "aside = Aside(work.Counter)\n"
        "print(aside.call(work.process_id), flush=True)\n"
        "input()\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert is_running(pid)
        parent.send_signal(signal_number)
    wait_until(lambda: not is_running(pid))


def test_words_are_those_that_are_found_here(words: Aside, recording: Media) -> None:
    here = WordFinder().find(recording, TEXT)
    assert words.call(WordFinder.find, recording, TEXT) == here
    edited = (Segment(1.0, 2.0),)
    again = WordFinder().find_again(recording, here[0], edited)
    assert words.call(WordFinder.find_again, recording, here[0], edited) == again
    assert words.call(WordFinder.find_again, recording, here[0], edited) == again
    assert words.call(WordFinder.find, recording, TEXT) == here


def test_draft_is_the_one_that_is_made_here(words: Aside, recording: Media) -> None:
    drafted = words.call(WordFinder.find, recording, None)
    assert drafted == WordFinder().find(recording)
    assert drafted[0].words


def test_what_words_are_refused_for_is_told(words: Aside) -> None:
    with pytest.raises(AudioError, match=r"broken\.wav"):
        words.call(WordFinder.find, Media("broken.wav", b"nothing"), TEXT)
    speech = Media.from_file(SAMPLE / "speech.flac")
    with pytest.raises(TranscriptError, match="no words"):
        words.call(WordFinder.find, speech, "...")
