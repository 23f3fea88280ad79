"""Which part of a picture a view shows."""

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize

from dimitra_studio.gui.preview.zoom import Zoom

PICTURE, VIEW = QSize(200, 100), QSize(400, 400)


def test_at_first_the_whole_picture_fits_in_the_middle() -> None:
    assert Zoom().place(PICTURE, VIEW) == QRectF(0, 100, 400, 200)


def test_what_is_under_the_cursor_stays_there() -> None:
    at = QPointF(300, 200)
    before = Zoom(3.0).place(PICTURE, VIEW)
    after = Zoom(3.0).scaled(1.5, at, PICTURE, VIEW).place(PICTURE, VIEW)
    share = (at.x() - before.x()) / before.width()
    assert after.x() + share * after.width() == pytest.approx(at.x())
    assert after.width() == pytest.approx(1.5 * before.width())


def test_a_picture_cannot_be_dragged_out_of_sight() -> None:
    far = Zoom(2.0).moved(QPointF(10_000, 10_000), PICTURE, VIEW).place(PICTURE, VIEW)
    assert far.topLeft() == QPointF(0, 0)
    assert Zoom().moved(QPointF(50, 50), PICTURE, VIEW) == Zoom()


def test_zoom_ends_at_the_whole_picture() -> None:
    assert Zoom(2.0, 0.1, 0.1).scaled(0.01, QPointF(10, 10), PICTURE, VIEW) == Zoom()


def test_nothing_to_show_is_no_error() -> None:
    assert Zoom().scaled(2.0, QPointF(), QSize(0, 0), VIEW) == Zoom()
