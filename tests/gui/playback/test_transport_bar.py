import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QSlider, QWidget
from pytestqt.qtbot import QtBot

from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.playback.time_display import TimeDisplay, Unit
from dimitra_studio.gui.playback.transport_bar import TransportBar


@pytest.fixture
def bar(qtbot: QtBot) -> TransportBar:
    bar = TransportBar()
    bar.setLocale(QLocale.c())
    bar.set_duration(11.0)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def control(bar: TransportBar, name: str) -> QWidget:
    """The one control with this accessible name."""
    (found,) = [widget for widget in bar.findChildren(QWidget) if widget.accessibleName() == name]
    return found


@pytest.mark.parametrize(
    ("name", "signal", "args"),
    [
        ("Start", "start_requested", []),
        ("Previous frame", "stepped", [-1]),
        ("Play", "play_toggled", []),
        ("Next frame", "stepped", [1]),
        ("End", "end_requested", []),
        ("Loop", "loop_toggled", [True]),
        ("Mute", "mute_toggled", [True]),
    ],
)
@pytest.mark.parametrize("by_key", [False, True])
def test_every_button_by_mouse_and_by_key(
    *, bar: TransportBar, qtbot: QtBot, name: str, signal: str, args: list[object], by_key: bool
) -> None:
    with qtbot.waitSignal(getattr(bar, signal)) as told:
        if by_key:
            qtbot.keyClick(control(bar, name), Qt.Key.Key_Space)
        else:
            qtbot.mouseClick(control(bar, name), Qt.MouseButton.LeftButton)
    assert told.args == args


def test_setters_are_silent(bar: TransportBar, qtbot: QtBot) -> None:
    signals = (bar.loop_toggled, bar.speed_changed, bar.volume_changed, bar.mute_toggled)
    for signal in signals:
        with qtbot.assertNotEmitted(signal):
            bar.set_loop(True)
            bar.set_loop(False)
            bar.set_speed(2.0)
            bar.set_speed(1.0)
            bar.set_volume(0.3)
            bar.set_muted(True)
            bar.set_muted(False)


def test_time_in_every_unit(bar: TransportBar, qtbot: QtBot) -> None:
    display = bar.findChild(TimeDisplay)
    bar.set_position(4.48)
    seen = []
    for _ in range(4):
        seen.append(display.texts())
        qtbot.mouseClick(display, Qt.MouseButton.LeftButton)
    assert seen == [
        ("00:00:04:12", "00:00:11:00"),
        ("4.48", "11.00"),
        ("112", "275"),
        ("00:00:04:12", "00:00:11:00"),
    ]
    bar.set_unit(Unit.FRAMES)
    bar.set_position(11.0)
    assert display.texts() == ("274", "275")
    assert "00:00:11:00" in display.describe()


def test_the_time_keeps_its_place_while_it_plays(bar: TransportBar) -> None:
    display = bar.findChild(TimeDisplay)
    for unit in Unit:
        bar.set_unit(unit)
        widths = set()
        for time in (0.0, 1.11, 9.96, 10.0):
            bar.set_position(time)
            widths.add(display.sizeHint().width())
        assert len(widths) == 1


def test_range(bar: TransportBar) -> None:
    label = control(bar, "Selected range")
    assert isinstance(label, QLabel)
    bar.set_range(Segment(2, 5.32))
    assert label.text() == "In 2.00  Out 5.32  (3.32 s)"
    bar.set_range(None)
    assert label.text() == ""


def test_speed_is_chosen_from_the_list(bar: TransportBar, qtbot: QtBot) -> None:
    box = control(bar, "Speed")
    assert isinstance(box, QComboBox)
    with qtbot.waitSignal(bar.speed_changed) as told:
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert (told.args, box.currentText()) == ([1.5], "1.5×")  # noqa: RUF001
    bar.set_speed(-2.0)
    assert (box.currentIndex(), box.placeholderText()) == (-1, "−2×")  # noqa: RUF001


def test_volume_is_told_while_it_is_dragged(bar: TransportBar, qtbot: QtBot) -> None:
    slider = control(bar, "Volume")
    assert isinstance(slider, QSlider)
    told: list[float] = []
    bar.volume_changed.connect(told.append)
    slider.setSliderDown(True)
    slider.setSliderPosition(60)
    slider.setSliderPosition(50)
    slider.setSliderDown(False)
    assert told == [0.6, 0.5]
    assert slider.toolTip() == "Volume: 50 %"


def test_playing_shows_what_the_button_does(bar: TransportBar) -> None:
    bar.set_playing(True)
    assert control(bar, "Pause").toolTip() == "Pause"
    bar.set_playing(False)
    assert control(bar, "Play").toolTip() == "Play from the playhead"


def test_without_a_timeline_buttons_say_why(bar: TransportBar) -> None:
    bar.set_duration(0.0)
    for name in ("Start", "Previous frame", "Play", "Next frame", "End"):
        button = control(bar, name)
        assert not button.isEnabled()
        assert button.toolTip() == "There is nothing to play yet"


def test_silence_is_shown_with_its_reason(bar: TransportBar, qtbot: QtBot) -> None:
    warning = control(bar, "No sound")
    assert not warning.isVisible()
    bar.set_silence("No sound card was found, so playing is silent.")
    assert warning.isVisible()
    assert warning.toolTip().startswith("No sound card was found")
    with qtbot.waitSignal(bar.sound_wanted):
        qtbot.mouseClick(warning, Qt.MouseButton.LeftButton)
    bar.set_silence("")
    assert not warning.isVisible()


def test_screen_readers_hear_a_name_for_everything(bar: TransportBar) -> None:
    kinds = (QAbstractButton, QComboBox, QSlider)
    controls = [widget for kind in kinds for widget in bar.findChildren(kind)]
    assert len(controls) == 11
    for widget in controls:
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name)


def test_fits_beside_the_docks_of_a_small_screen(bar: TransportBar) -> None:
    bar.set_silence("No sound card was found.")
    assert bar.minimumSizeHint().width() < 120 * bar.fontMetrics().averageCharWidth()
