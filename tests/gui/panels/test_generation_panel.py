import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QSlider,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.core.take import MOST_SEED, Settings
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.panels.generation_panel import GenerationPanel
from dimitra_studio.gui.panels.seed_box import SeedBox

SEGMENT = Segment(1.24, 2.8)


@pytest.fixture
def panel(qtbot: QtBot) -> GenerationPanel:
    panel = GenerationPanel()
    qtbot.addWidget(panel)
    panel.resize(300, 500)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def component(panel: GenerationPanel, text: str) -> QCheckBox:
    (box,) = [box for box in panel.findChildren(QCheckBox) if box.text().startswith(text)]
    return box


def choice(panel: GenerationPanel, text: str) -> QRadioButton:
    (button,) = [button for button in panel.findChildren(QRadioButton) if button.text() == text]
    return button


def button(panel: GenerationPanel) -> QPushButton:
    return panel.findChild(QPushButton, "generate")


def plan(panel: GenerationPanel) -> str:
    return panel.findChild(QLabel, "plan").text()


def slider(panel: GenerationPanel, name: str) -> QSlider:
    (found,) = [item for item in panel.findChildren(QSlider) if item.accessibleName() == name]
    return found


def lock_seed(panel: GenerationPanel, qtbot: QtBot) -> None:
    lock = panel.findChild(QToolButton, "seed_lock")
    qtbot.mouseClick(lock, Qt.MouseButton.LeftButton)


def test_everything_is_asked_for_with_a_new_seed(panel: GenerationPanel, qtbot: QtBot) -> None:
    asked = []
    panel.generate_requested.connect(lambda *args: asked.append(args))
    for _ in range(4):
        qtbot.mouseClick(button(panel), Qt.MouseButton.LeftButton)
    assert {args[:2] for args in asked} == {(COMPONENTS, None)}
    assert len({args[2].seed for args in asked}) > 1
    assert panel.settings == asked[-1][2]
    assert "with a new seed" in plan(panel)


def test_locked_seed_is_used_again(panel: GenerationPanel, qtbot: QtBot) -> None:
    panel.set_settings(Settings(seed=42))
    lock_seed(panel, qtbot)
    assert "with seed 42" in plan(panel)
    for _ in range(2):
        with qtbot.waitSignal(panel.generate_requested) as asked:
            qtbot.keyClick(button(panel), Qt.Key.Key_Space)
        assert asked.args[2].seed == 42


def test_dice_gives_a_seed_that_stays(panel: GenerationPanel, qtbot: QtBot) -> None:
    dice = panel.findChild(QToolButton, "dice")
    with qtbot.waitSignal(panel.settings_changed) as changed:
        qtbot.mouseClick(dice, Qt.MouseButton.LeftButton)
    assert panel.next_settings() == changed.args[0]


def test_typed_seed_is_told_when_it_is_complete(panel: GenerationPanel, qtbot: QtBot) -> None:
    box = panel.findChild(SeedBox)
    told: list[int] = []
    panel.settings_changed.connect(lambda settings: told.append(settings.seed))
    box.selectAll()
    qtbot.keyClicks(box, "123")
    assert told == []
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert told == [123]
    assert panel.next_settings().seed == 123


def test_seed_of_any_size_is_kept(panel: GenerationPanel, qtbot: QtBot) -> None:
    box = panel.findChild(SeedBox)
    panel.set_settings(Settings(seed=MOST_SEED), seed_locked=True)
    assert (box.value, panel.next_settings().seed) == (MOST_SEED, MOST_SEED)
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert box.value == MOST_SEED
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.value == MOST_SEED - 1
    box.selectAll()
    qtbot.keyClicks(box, "99999999999999999999x-")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert 0 <= panel.settings.seed <= MOST_SEED


def test_setters_are_silent(panel: GenerationPanel, qtbot: QtBot) -> None:
    with (
        qtbot.assertNotEmitted(panel.settings_changed),
        qtbot.assertNotEmitted(panel.device_changed),
        qtbot.assertNotEmitted(panel.generate_requested),
    ):
        panel.set_settings(Settings(7, 1.5, 200, 0.4), seed_locked=True)
        panel.set_devices([("cpu", "CPU"), ("cuda", "GPU")], "cuda")
        panel.set_selection(SEGMENT, 4)
        panel.set_locks({"lips"})
        panel.set_edited(3)
    assert panel.settings == Settings(7, 1.5, 200, 0.4)
    assert panel.findChild(QComboBox).currentText() == "GPU"


def test_drag_is_told_once(panel: GenerationPanel, qtbot: QtBot) -> None:
    handle = slider(panel, "Liveliness")
    told: list[Settings] = []
    panel.settings_changed.connect(told.append)
    start = handle.rect().center()
    start.setX(round(handle.width() / 3))  # where 1 of 3 is
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    for step in range(5, 45, 5):
        qtbot.mouseMove(handle, start + type(start)(step, 0))
    assert told == []
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=start + type(start)(40, 0))
    (settings,) = told
    assert 1.2 < settings.guidance < 2.2
    number = handle.parent().findChild(QDoubleSpinBox)
    assert number.value() == pytest.approx(settings.guidance)


def test_key_changes_the_value_and_delete_resets_it(panel: GenerationPanel, qtbot: QtBot) -> None:
    handle = slider(panel, "Steps")
    with qtbot.waitSignal(panel.settings_changed) as changed:
        qtbot.keyClick(handle, Qt.Key.Key_Right)
    assert changed.args[0].n_steps == 9
    with qtbot.waitSignal(panel.settings_changed) as changed:
        qtbot.keyClick(handle, Qt.Key.Key_Delete)
    assert changed.args[0].n_steps == 8


def test_more_can_be_typed_than_the_slider_reaches(panel: GenerationPanel, qtbot: QtBot) -> None:
    number = slider(panel, "Seam").parent().findChild(QDoubleSpinBox)
    number.selectAll()
    qtbot.keyClicks(number, "1500")
    with qtbot.waitSignal(panel.settings_changed) as changed:
        qtbot.keyClick(number, Qt.Key.Key_Return)
    assert changed.args[0].seam == 1.5


def test_selection_is_described_and_chosen(panel: GenerationPanel, qtbot: QtBot) -> None:
    panel.set_selection(SEGMENT, 4)
    assert choice(panel, "Selection").isChecked()
    texts = [label.text() for label in panel.findChildren(QLabel)]
    assert "1.24 – 2.80 s, 4 words, 39 frames" in texts  # noqa: RUF001
    assert "from 1.24 to 2.80 s" in plan(panel)
    with qtbot.waitSignal(panel.generate_requested) as asked:
        qtbot.mouseClick(button(panel), Qt.MouseButton.LeftButton)
    assert asked.args[1] == SEGMENT
    qtbot.mouseClick(choice(panel, "Whole recording"), Qt.MouseButton.LeftButton)
    panel.set_selection(Segment(0.0, 1.0), 2)
    assert choice(panel, "Whole recording").isChecked()
    panel.set_selection(None, 0)
    assert not choice(panel, "Selection").isEnabled()


def test_commands_ask_for_their_own_range(panel: GenerationPanel, qtbot: QtBot) -> None:
    panel.set_selection(SEGMENT, 4)
    with qtbot.waitSignal(panel.generate_requested) as asked:
        panel.generate_all()
    assert asked.args[1] is None
    with qtbot.waitSignal(panel.generate_requested) as asked:
        panel.generate_selection()
    assert asked.args[1] == SEGMENT
    panel.set_selection(None, 0)
    with qtbot.assertNotEmitted(panel.generate_requested):
        panel.generate_selection()


def test_locked_component_says_why_and_is_left_out(panel: GenerationPanel, qtbot: QtBot) -> None:
    panel.set_locks({"pose"})
    head = component(panel, "Head")
    assert (head.isEnabled(), "unlock it" in head.toolTip()) == (False, True)
    with qtbot.waitSignal(panel.generate_requested) as asked:
        panel.generate()
    assert asked.args[0] == ("lips", "expression")
    panel.set_locks(())
    assert panel.components() == COMPONENTS


def test_nothing_to_generate_says_so(panel: GenerationPanel, qtbot: QtBot) -> None:
    for text in ("Lips", "Expression", "Head"):
        qtbot.mouseClick(component(panel, text), Qt.MouseButton.LeftButton)
    assert not button(panel).isEnabled()
    assert button(panel).toolTip() == plan(panel)
    assert plan(panel).startswith("Choose at least one")


def test_missing_input_is_the_reason_everywhere(panel: GenerationPanel, qtbot: QtBot) -> None:
    panel.set_availability("There is no recording yet.")
    assert (button(panel).isEnabled(), plan(panel)) == (False, "There is no recording yet.")
    assert button(panel).toolTip() == "There is no recording yet."
    with qtbot.assertNotEmitted(panel.generate_requested):
        panel.generate()
        panel.generate_all()
    panel.set_availability(None)
    assert button(panel).isEnabled()


def test_part_needs_a_first_take(panel: GenerationPanel, qtbot: QtBot) -> None:
    panel.set_segment_availability("There is no take yet.")
    panel.set_selection(SEGMENT, 4)
    chosen = choice(panel, "Selection")
    assert (chosen.isEnabled(), chosen.isChecked()) == (False, False)
    assert chosen.toolTip() == "There is no take yet."
    with qtbot.assertNotEmitted(panel.generate_requested):
        panel.generate_selection()
    assert button(panel).isEnabled()


def test_edits_are_kept_unless_the_user_says_otherwise(
    panel: GenerationPanel, qtbot: QtBot
) -> None:
    keep = component(panel, "Keep my edits")
    assert not keep.isEnabled()
    panel.set_edited(3)
    assert "(3 curves)" in keep.text()
    qtbot.keyClick(keep, Qt.Key.Key_Space)
    assert "is dropped" in plan(panel)
    with qtbot.waitSignal(panel.generate_requested) as asked:
        panel.generate()
    assert asked.args[3] is False


def test_device_is_told_by_its_id(panel: GenerationPanel, qtbot: QtBot) -> None:
    panel.set_devices([("cpu", "CPU"), ("cuda", "GPU")], "cpu")
    with qtbot.waitSignal(panel.device_changed) as changed:
        qtbot.keyClick(panel.findChild(QComboBox), Qt.Key.Key_Down)
    assert changed.args == ["cuda"]


def test_every_control_has_a_name_and_a_tooltip(panel: GenerationPanel) -> None:
    kinds = (QCheckBox, QRadioButton, QComboBox, QPushButton, QSlider, QToolButton, SeedBox)
    controls = [item for kind in kinds for item in panel.findChildren(kind)]
    assert len(controls) > 12
    for control in controls:
        name = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
        assert (bool(name), bool(control.toolTip())) == (True, True), control


def test_wheel_scrolls_the_panel_and_changes_nothing(panel: GenerationPanel, qtbot: QtBot) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    handle = slider(panel, "Steps")
    event = QWheelEvent(
        QPointF(5, 5),
        handle.mapToGlobal(QPointF(5, 5)),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    with qtbot.assertNotEmitted(panel.settings_changed):
        QApplication.sendEvent(handle, event)
    assert not event.isAccepted()
