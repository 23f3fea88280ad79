"""Make the pictures of the window in ``docs/images``: ``python -m installer.make_screenshots``.

The window opens the sample, and the networks work as they do for a user; only the seed, the size
and the home folder are set. Without a display it starts one of its own with ``xvfb-run``.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import QEventLoop, QPoint, QRect, QTimer
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QDialog
from scipy.spatial import cKDTree

from dimitra_studio.core.take import Settings
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui import theme
from dimitra_studio.gui.app import make_application
from dimitra_studio.gui.dialogs.export_dialog import ExportDialog
from dimitra_studio.gui.dialogs.mapping_dialog import MappingDialog
from dimitra_studio.gui.main_window import MainWindow
from dimitra_studio.gui.settings import SettingsStore
from installer.sample_character import write_character

OUT: Final = Path(__file__).parents[1] / "docs" / "images"
WIDTH, HEIGHT = 1440, 900
MOST_BYTES = 400_000
N_COLOURS, N_STAGE_COLOURS = 256, 168
SEED = 7
AUTOSAVED = datetime(2026, 1, 1, 10, 30)  # any; the pictures must not change by it
AROUND = 0.8  # seconds shown before and after what was made anew
PATIENCE = 120  # seconds for one step
MUTE_CARD = "pcm.!default { type null }\nctl.!default { type null }\n"
WORD, OTHER_WORD = "mouth", "lips"


class Photographer:
    """Works the window and takes pictures of it.

    Args:
        home: an empty folder that stands for the user's.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        (home / "Videos").mkdir()
        store = SettingsStore(home / "settings.json")
        store.change(
            theme="dark",
            device="cpu",
            reduced_motion=True,
            folders={"export": "~/Videos"},
        )
        theme.set_scheme("dark")
        self.store, self.window = store, MainWindow(store)
        self.window.parts.generation.set_settings(Settings(seed=SEED), seed_locked=True)
        self._failures: list[str] = []
        self.window.parts.preview.failed.connect(self._failures.append)
        self.window.resize(WIDTH, HEIGHT)
        self.window.show()
        self.window.begin()

    def wait(self, seconds: float = 0.3) -> None:
        """Let the window live for a while."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def until(self, done: Callable[[], bool]) -> None:
        """Wait for something to happen, and then for the preview to catch up."""
        for _ in range(PATIENCE * 10):
            if done() and self.window.runner.idle:
                break
            self.wait(0.1)
        else:
            said = [notice.accessibleName() for notice in self.window.notifications.notices()]
            raise TimeoutError(f"nothing happened; the window says {said}")
        self.wait(1.5)

    def do(self, command: str) -> None:
        """Choose a command."""
        self.window.actions_.trigger(command)
        self.wait()

    def show_open_mouth(self, segment: Segment | None = None) -> None:
        """Go to the frame in which the jaw is opened widest while the eyes are open."""
        motion = self.window.motions.shown
        if motion is None:
            raise ValueError("the sample has no take")
        frames = segment.frames(len(motion), motion.fps) if segment else slice(0, len(motion))
        jaw = motion.channel("jawOpen") - motion.channel("eyeBlinkLeft")
        frame = frames.start + int(jaw[frames].argmax())
        self.window.session.move_playhead((frame + 0.5) / motion.fps)
        self.wait(1.0)

    def take(self, name: str, dialog: QDialog | None = None, *, alone: bool = False) -> None:
        """Write a picture of the window, with a dialog over its middle, or of that alone."""
        if self._failures:
            raise RuntimeError(self._failures[0])
        window = self.window
        window.notifications.clear()
        if window.documents.is_open:
            window.status.set_autosaved(AUTOSAVED)
        self.wait(1.0)
        picture = dialog.grab() if dialog and alone else window.grab()
        if dialog is not None and not alone:
            _put_over(picture, dialog)
        path = OUT / f"{name}.png"
        preview = window.parts.preview
        stage = preview.rect().translated(preview.mapTo(window, QPoint()))
        path.write_bytes(_packed(picture, stage if preview.isVisible() and not alone else QRect()))
        print(path.relative_to(OUT.parents[1]), f"{path.stat().st_size / 1000:.0f} kB")

    def close(self) -> None:
        """Close the window; nothing of it is kept."""
        self.window.session.undo_stack.setClean()
        self.window.close()
        self.wait()


def take_all(photographer: Photographer) -> None:
    """The pictures, in the order of a user's day."""
    photographer.take("welcome")
    photographer.do("open_sample")
    photographer.until(lambda: bool(photographer.window.session.project.takes))
    take_whole_window(photographer)
    take_changed_word(photographer)
    segment = take_regenerated(photographer)
    take_curve_editor(photographer, segment)
    take_export(photographer)


def take_whole_window(photographer: Photographer) -> None:
    """Everything at a glance, dark and light."""
    photographer.window.session.choose_channel("jawOpen")
    photographer.show_open_mouth()
    photographer.take("window-dark")
    photographer.store.change(theme="light")
    photographer.take("window-light")
    photographer.store.change(theme="dark")


def take_changed_word(photographer: Photographer) -> None:
    """A word that was typed anew, and what would be generated for it."""
    window, session = photographer.window, photographer.window.session
    transcript = session.project.transcript
    if transcript is None:
        raise ValueError("the sample has no transcript")
    window.transcript.retype(transcript.text.replace(WORD, OTHER_WORD), "change")
    photographer.until(lambda: bool(session.project.changed))
    photographer.do("workspace_transcript")
    photographer.take("transcript")


def take_regenerated(photographer: Photographer) -> Segment:
    """The new take over the one before; returns where they differ."""
    window, session = photographer.window, photographer.window.session
    n_takes, last = len(session.project.takes), session.project.takes[-1].name
    photographer.do("regenerate_changed")
    photographer.until(lambda: len(session.project.takes) > n_takes)
    session.compare(last)
    photographer.do("workspace_inspect")
    take = session.project.takes[-1]
    segment = Segment(take.start, take.end)
    session.select(segment)
    photographer.show_open_mouth(segment)
    window.parts.timeline.set_view_range(segment.start - AROUND, segment.end + AROUND)
    photographer.take("regenerated")
    return segment


def take_curve_editor(photographer: Photographer, segment: Segment) -> None:
    """Keys that describe a curve, before they are accepted."""
    window = photographer.window
    window.docks.reveal("curves")
    editor = window.parts.curve_editor
    editor.set_channels(["jawOpen", "mouthFunnel"], "jawOpen")
    editor.set_view_range(segment.start - AROUND, segment.end + AROUND)
    editor.fit_values()
    photographer.do("simplify")
    photographer.take("curve-editor")
    window.docks.reveal("timeline")
    photographer.do("fit_all")


def take_export(photographer: Photographer) -> None:
    """The dialog over the window."""
    photographer.do("export")
    (dialog,) = photographer.window.findChildren(ExportDialog)
    photographer.take("export", dialog)
    take_mapping(photographer, dialog)
    dialog.reject()


def take_mapping(photographer: Photographer, export: ExportDialog) -> None:
    """What drives the targets of a character whose names are only partly ARKit's."""
    path = photographer.home / "ada.glb"
    write_character(photographer.window.session.project, path)
    character = export.character
    character.choose(path)
    photographer.until(lambda: character.problem() is None)
    character.edit_mapping()
    (dialog,) = character.findChildren(MappingDialog)
    photographer.take("mapping", dialog, alone=True)
    dialog.reject()


def _put_over(picture: QPixmap, dialog: QDialog) -> None:
    """Draw a dialog over the middle of the window, which the desktop would frame."""
    shown = dialog.grab()
    place = shown.rect()
    place.moveCenter(picture.rect().center())
    painter = QPainter(picture)
    painter.drawPixmap(place, shown)
    painter.setPen(theme.colours().border)
    painter.drawRect(place.adjusted(-1, -1, 0, 0))
    painter.end()


def _packed(picture: QPixmap, stage: QRect) -> bytes:
    """A PNG of few colours, of which the preview and the rest of the window have their own."""
    shown = picture.toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(shown.constBits(), np.uint8).reshape(shown.height(), -1)
    pixels = rows[:, : 3 * shown.width()].reshape(shown.height(), -1, 3)
    inside = np.zeros(pixels.shape[:2], np.bool_)
    inside[stage.top() : stage.bottom() + 1, stage.left() : stage.right() + 1] = True
    numbers = np.zeros(inside.shape, np.uint8)
    colours: list[NDArray[np.uint8]] = []
    for zone, most in ((~inside, N_COLOURS - N_STAGE_COLOURS), (inside, N_STAGE_COLOURS)):
        if zone.any():
            few, nearest = _few_colours(pixels[zone], most)
            numbers[zone] = nearest + sum(map(len, colours))
            colours.append(few)
    image = Image.fromarray(numbers)
    image.putpalette(np.concatenate(colours).tobytes())
    packed = BytesIO()
    image.save(packed, "PNG", optimize=True)
    if packed.tell() > MOST_BYTES:
        raise ValueError(f"the picture has {packed.tell()} bytes, more than {MOST_BYTES}")
    return packed.getvalue()


def _few_colours(
    pixels: NDArray[np.uint8], most: int
) -> tuple[NDArray[np.uint8], NDArray[np.intp]]:
    """Colours ``(N, 3)`` that stand for those of ``(P, 3)`` pixels, and which one for each."""
    unique, place, counts = np.unique(pixels, axis=0, return_inverse=True, return_counts=True)
    n_exact = min(most // 2, len(unique))
    exact = unique[np.argsort(-counts, kind="stable")[:n_exact]]  # flat surfaces stay as they are
    weights = np.ceil(np.sqrt(counts)).astype(np.intp)  # small things have colours, too
    sample = Image.fromarray(np.repeat(unique, weights, axis=0)[None])
    others = sample.quantize(most - n_exact, Image.Quantize.MEDIANCUT, kmeans=1).getpalette() or []
    few = np.concatenate([exact, np.asarray(others, np.uint8).reshape(-1, 3)[: most - n_exact]])
    nearest = cKDTree(few.astype(np.float64)).query(unique.astype(np.float64))[1]
    return few, np.asarray(nearest)[place.reshape(-1)]


def main() -> int:
    if sys.platform == "linux" and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        if shutil.which("xvfb-run") is None:
            print("There is no display; install xvfb.", file=sys.stderr)
            return 1
        screen = f"-screen 0 {WIDTH + 160}x{HEIGHT + 100}x24"
        again = ["xvfb-run", "-a", "-s", screen, sys.executable, "-m", "installer.make_screenshots"]
        environment = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
        return subprocess.run(again, env=environment, check=False).returncode
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "asound.conf").write_text(MUTE_CARD, encoding="utf-8")
        os.environ |= {"HOME": folder, "ALSA_CONFIG_PATH": str(home / "asound.conf")}
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
            os.environ[name] = str(home / name.lower())
        application = make_application(sys.argv[:1])
        theme.install(application)
        photographer = Photographer(home)
        try:
            take_all(photographer)
        finally:
            photographer.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
