"""Generating and undoing all day long does not use the memory up."""

import gc
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QThread

from dimitra_studio.core.take import Settings
from tests.gui.short_clip import open_clip
from tests.gui.window_hand import Hand

N_CYCLES, WARM_UP = 50, 10
MOST_GROWTH = 0.15
"""MB a cycle; one kept take of the clip would be 0.02, one kept network 20."""


def resident() -> float:
    """Memory of this process in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def test_generate_and_undo_do_not_leak(hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    window, session = hand.window, hand.window.session
    window.parts.generation.set_settings(Settings(n_steps=1))
    sizes: list[float] = []
    objects = threads = 0
    for cycle in range(N_CYCLES):
        hand.do("generate")
        hand.wait(lambda: len(session.project.takes) == 4)
        hand.do("undo")
        window.notifications.clear()
        window.parts.jobs.clear_finished()
        gc.collect()
        sizes.append(resident())
        if cycle == WARM_UP:
            objects, threads = count(window, QObject), count(window, QThread)
    hand.wait_for_jobs()
    slope = float(np.polyfit(np.arange(N_CYCLES - WARM_UP), sizes[WARM_UP:], 1)[0])
    assert slope < MOST_GROWTH, f"{slope:.3f} MB a cycle: {sizes}"
    assert count(window, QObject) <= objects + 20
    assert count(window, QThread) == threads
    assert session.undo_stack.count() == 1


def count(window: QObject, kind: type[QObject]) -> int:
    return len(window.findChildren(kind))
