import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem
from pytestqt.qtbot import QtBot

from dimitra_studio.audio.envelope import make_envelope
from dimitra_studio.core.audio import SAMPLE_RATE, Audio
from dimitra_studio.gui import theme
from dimitra_studio.gui.timeline.paint_area import PaintArea
from dimitra_studio.gui.timeline.spectrogram_item import SpectrogramItem
from dimitra_studio.gui.timeline.strip_tiles import WIDTH as TILE
from dimitra_studio.gui.timeline.strip_tiles import StripTiles
from dimitra_studio.gui.timeline.waveform_item import WaveformItem
from dimitra_studio.pipeline.sound_data import make_spectrogram
from tests.gui.timeline.speech_rows import HEIGHT, WIDTH, Row


def tone(*, level: float = 0.5, start: float = 2, end: float = 4) -> Audio:
    times = np.arange(8 * SAMPLE_RATE) / SAMPLE_RATE
    sounding = (times >= start) & (times < end)
    wave = np.sin(2 * np.pi * 500 * times)
    return Audio((level * wave * sounding).astype(np.float32))


def shown(item: QGraphicsItem, qtbot: QtBot) -> Row:
    row = Row(item)
    qtbot.addWidget(row)
    row.show()
    qtbot.waitExposed(row)
    return row


def drawn(row: Row) -> NDArray[np.bool_]:
    return row.pixels().any(axis=2)


@pytest.fixture
def waveform(qtbot: QtBot) -> tuple[WaveformItem, Row]:
    item = WaveformItem()
    return item, shown(item, qtbot)


@pytest.mark.parametrize("level", [0.9, 0.1])
def test_the_loudest_part_fills_the_row(waveform: tuple[WaveformItem, Row], level: float) -> None:
    item, row = waveform
    item.set_data(make_envelope(tone(level=level)))
    heights = drawn(row).sum(axis=0)
    assert heights[210:390].min() > 0.85 * HEIGHT
    assert heights[:190].max() <= 2
    assert heights[410:].max() <= 2


def test_silence_is_a_line(waveform: tuple[WaveformItem, Row]) -> None:
    item, row = waveform
    item.set_data(make_envelope(Audio(np.zeros(8 * SAMPLE_RATE, np.float32))))
    assert set(drawn(row).sum(axis=0)) <= {1, 2}


def test_the_body_is_brighter_than_the_peaks(waveform: tuple[WaveformItem, Row]) -> None:
    item, row = waveform
    item.set_data(make_envelope(tone()))
    column = row.pixels()[:, 300].sum(axis=1)
    assert column[HEIGHT // 2] > column[4] > 0


def test_single_samples_are_one_unbroken_line(waveform: tuple[WaveformItem, Row]) -> None:
    item, row = waveform
    item.set_data(make_envelope(tone()))
    row.show_range(3.0, 3.004)  # 64 samples
    picture = drawn(row)
    assert picture.any(axis=0).all()
    tops = picture.argmax(axis=0)
    assert np.abs(np.diff(tops)).max() <= 2
    assert picture.sum() < 0.2 * picture.size


def test_a_jump_between_two_columns_is_drawn(waveform: tuple[WaveformItem, Row]) -> None:
    item, row = waveform
    times = np.arange(8 * SAMPLE_RATE) / SAMPLE_RATE
    item.set_data(make_envelope(Audio(np.where(times < 0.4, -0.5, 0.5).astype(np.float32))))
    row.show_range(0, 0.8)  # 16 samples a column, and the jump between two of them
    assert drawn(row)[:, 398:402].sum(axis=0).max() > 0.8 * HEIGHT


def test_cut_off_sound_is_marked(waveform: tuple[WaveformItem, Row]) -> None:
    item, row = waveform
    samples = tone().samples.copy()
    samples[3 * SAMPLE_RATE : 3 * SAMPLE_RATE + 20] = 1.0
    item.set_data(make_envelope(Audio(samples)))
    error = theme.colours().error.getRgb()[:3]
    marked = (row.pixels() == error).all(axis=2).any(axis=0)
    assert np.flatnonzero(marked).tolist() == [300]


def test_panning_draws_only_what_is_new() -> None:
    starts: list[float] = []

    def render(start: float, end: float, rows: int) -> NDArray[np.uint32]:
        starts.append(start)
        return np.zeros((rows, TILE), np.uint32)

    def pan(origin: float, scale: float) -> None:
        tiles.draw(painter, PaintArea(origin, scale, 0, 800, 0, 40, 1), 100.0)

    tiles = StripTiles(render)
    image = QImage(800, 40, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    pan(0, 100.0)
    n_tiles = len(starts)
    pan(-20, 100.0 * (1 + 1e-13))  # as it comes out of the view's range
    assert len(starts) == n_tiles
    pan(-900, 100.0)
    assert len(starts) == len(set(starts)) > n_tiles
    pan(0, 110.0)
    painter.end()
    assert len(set(starts)) < len(starts)


def test_panning_shows_the_same_picture_elsewhere(waveform: tuple[WaveformItem, Row]) -> None:
    item, row = waveform
    item.set_data(make_envelope(tone()))
    row.show_range(0, 4)
    before = row.pixels()
    row.show_range(0.5, 4.5)
    np.testing.assert_array_equal(row.pixels()[:, : WIDTH - 100], before[:, 100:])


def test_another_recording_replaces_the_first(waveform: tuple[WaveformItem, Row]) -> None:
    item, row = waveform
    item.set_data(make_envelope(tone()))
    assert drawn(row)[:, 300].sum() > 20
    item.set_data(make_envelope(tone(start=6, end=7)))
    assert drawn(row)[:, 300].sum() <= 2
    item.set_data(None)
    assert not drawn(row).any()


def test_a_tone_is_a_bright_line_as_high_as_it_sounds(qtbot: QtBot) -> None:
    item = SpectrogramItem()
    row = shown(item, qtbot)
    item.set_data(make_spectrogram(tone()))
    brightness = row.pixels().astype(int).sum(axis=2)
    mel = 2595 * np.log10(1 + np.array([500, 8000]) / 700)
    expected = HEIGHT * (1 - mel[0] / mel[1])
    assert abs(brightness[:, 300].argmax() - expected) < 3
    assert brightness[:, 300].max() > 2 * brightness[:, 100].max()


def test_the_spectrogram_is_readable_in_both_schemes(qtbot: QtBot) -> None:
    item = SpectrogramItem()
    row = shown(item, qtbot)
    item.set_data(make_spectrogram(tone()))
    contrasts = []
    for scheme in ("light", "dark"):
        theme.set_scheme(scheme)
        picture = row.pixels().astype(int).sum(axis=2)
        contrasts.append(picture[:, 300].max() - picture[:, 300].min())
    assert min(contrasts) > 300


def test_nothing_is_drawn_beyond_the_end(waveform: tuple[WaveformItem, Row], qtbot: QtBot) -> None:
    item, row = waveform
    item.set_data(make_envelope(tone()))
    row.show_range(0, 16)
    assert not drawn(row)[:, WIDTH // 2 + 1 :].any()
