"""Shared by the tests of the graph editor."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from dimitra_studio.gui.curve_editor.curve_editor_view import CurveEditorView
from tests.gui.curve_editor.desk import Desk


@pytest.fixture
def view(qtbot: QtBot) -> CurveEditorView:
    view = CurveEditorView()
    qtbot.addWidget(view)
    view.resize(1000, 400)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def desk(view: CurveEditorView) -> Desk:
    return Desk(view)


@pytest.fixture
def counted(view: CurveEditorView) -> Callable[[], dict[str, int]]:
    """How often each signal of the editor has fired."""
    counts: dict[str, int] = {}

    def listen(name: str) -> None:
        def count(*_payload: object) -> None:
            counts[name] = counts.get(name, 0) + 1

        getattr(view, name).connect(count)

    for name in (
        "curves_changed",
        "reset_requested",
        "pin_requested",
        "channels_changed",
        "playhead_moved",
        "view_range_changed",
    ):
        listen(name)
    return lambda: counts
