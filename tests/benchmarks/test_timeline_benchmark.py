"""How long a frame of the timeline takes, against pyqtgraph's own curves: no timing is asserted.

Ten minutes of 58 curves, sound and words in a window of 1400 x 700, with the playhead moving.
"""

from collections.abc import Callable, Iterator

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from dimitra_studio.core.motion import Motion
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.core.transcript import Phoneme, Transcript, Word
from dimitra_studio.gui.timeline.timeline_view import TimelineView
from tests.gui.timeline.timeline_hand import make_motion, make_sound

DURATION = 600.0
N_FRAMES = 15_000
ROUNDS = 40


@pytest.fixture(scope="module")
def motion() -> Motion:
    return make_motion(N_FRAMES)


@pytest.fixture
def view(qtbot: QtBot, motion: Motion) -> TimelineView:
    view = TimelineView()
    qtbot.addWidget(view)
    view.resize(1400, 700)
    view.set_recording(make_sound(DURATION), None, DURATION)
    view.set_transcript(make_transcript())
    view.set_motion(motion)
    with qtbot.waitExposed(view):
        view.show()
    qtbot.wait(200)
    assert sum(row.item.picture.shown.sum() for row in view.stack.groups) == 58
    return view


def make_transcript() -> Transcript:
    """A word every 0.4 s, of four phonemes."""
    words = []
    for start in np.arange(0.1, DURATION - 1, 0.4):
        times = np.linspace(start, start + 0.35, 5)
        phonemes = tuple(
            Phoneme(symbol, float(first), float(last))
            for symbol, first, last in zip(
                ("S", "AH", "N", "B"), times[:-1], times[1:], strict=True
            )
        )
        words.append(Word("word", float(times[0]), float(times[-1]), phonemes=phonemes))
    return Transcript(tuple(words), DURATION)


def pans(seconds: float) -> Callable[[TimelineView], Iterator[None]]:
    def moves(view: TimelineView) -> Iterator[None]:
        while True:
            if not view.axis.pan(seconds):
                view.axis.show(0.0, view.axis.span)
            yield

    return moves


def zooms(view: TimelineView) -> Iterator[None]:
    """In from ten minutes to some seconds and out again, at places of its own each time."""
    while True:
        at = 300.0
        for factor in (1.1, 1 / 1.1):
            while view.axis.zoom(factor, at):
                yield
                if view.axis.span < 5.0:
                    break
            at += 0.37


MOVES = {
    "pan 60 s": ((100.0, 160.0), pans(0.3)),
    "pan 60 s by pages": ((0.0, 60.0), pans(6.0)),
    "pan 9 minutes": ((0.0, 540.0), pans(2.0)),
    "zoom": ((0.0, 600.0), zooms),
}


@pytest.mark.benchmark(group="timeline")
@pytest.mark.parametrize("move", MOVES)
def test_frame(benchmark: BenchmarkFixture, view: TimelineView, qtbot: QtBot, move: str) -> None:
    (start, end), make_moves = MOVES[move]
    view.axis.show(start, end)
    qtbot.wait(200)
    moves = make_moves(view)
    painted = [row.item.n_paints for row in view.stack.groups]

    def frame() -> None:
        next(moves)
        view.set_playhead((view.axis.start + view.axis.end) / 2)
        QApplication.processEvents()  # paints what the move made stale, and nothing else

    benchmark.pedantic(frame, rounds=ROUNDS, warmup_rounds=2)
    after = [row.item.n_paints for row in view.stack.groups]
    assert all(now - before >= ROUNDS for now, before in zip(after, painted, strict=True))


@pytest.mark.benchmark(group="timeline")
@pytest.mark.parametrize("span", [60.0, 600.0])
def test_all_columns_drawn_anew(
    benchmark: BenchmarkFixture, view: TimelineView, qtbot: QtBot, span: float
) -> None:
    view.axis.show(0.0, span)
    qtbot.wait(200)

    def frame() -> None:
        for row in view.stack.groups:
            row.item.tiles.clear()
        view.stack.show_range(view.axis.start, view.axis.end)
        QApplication.processEvents()

    benchmark.pedantic(frame, rounds=ROUNDS, warmup_rounds=2)


@pytest.mark.benchmark(group="timeline")
def test_playhead_alone(benchmark: BenchmarkFixture, view: TimelineView, qtbot: QtBot) -> None:
    painted = [row.item.n_paints for row in view.stack.groups]
    times = iter(np.linspace(0, DURATION, ROUNDS + 10))

    def wait_for_the_next_frame() -> None:
        qtbot.wait(40)  # it moves 30 times a second at most

    def frame() -> None:
        view.set_playhead(float(next(times)))
        QApplication.processEvents()

    benchmark.pedantic(frame, setup=wait_for_the_next_frame, rounds=ROUNDS, warmup_rounds=2)
    assert [row.item.n_paints for row in view.stack.groups] == painted


@pytest.mark.benchmark(group="timeline")
@pytest.mark.parametrize("span", [60.0, 600.0])
def test_plain_pyqtgraph_pan(
    benchmark: BenchmarkFixture, qtbot: QtBot, motion: Motion, span: float
) -> None:
    """The reference: the same curves as plot items with peak down-sampling, clipped to the view."""
    plot = pg.PlotWidget()
    qtbot.addWidget(plot)
    plot.resize(1160, 500)
    times = (np.arange(N_FRAMES) + 0.5) / 25
    for column in range(len(STUDIO.channels)):
        item = pg.PlotDataItem(times, motion.curves[:, column] + column % 3)
        plot.addItem(item)
        item.setDownsampling(auto=True, method="peak")
        item.setClipToView(True)
    plot.setXRange(0.0, span, padding=0)
    with qtbot.waitExposed(plot):
        plot.show()
    starts = iter(np.linspace(0, DURATION - span + 10, ROUNDS + 10))

    def frame() -> None:
        start = float(next(starts))
        plot.setXRange(start, start + span, padding=0)
        QApplication.processEvents()

    benchmark.pedantic(frame, rounds=ROUNDS, warmup_rounds=2)
