"""Without a sound card, without PortAudio, and with a card that goes away while it plays."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.alone

ROOT = Path(__file__).parents[3]

NO_CARD = 'pcm.default { type plug slave.pcm "missing" }\n'

SCRIPT = """
import sys
from time import monotonic
{before}
import numpy as np
from PySide6.QtCore import QCoreApplication, QTimer
from dimitra_studio.gui.playback.transport import Transport
from dimitra_studio.pipeline.playback import PlayableSound

app = QCoreApplication([])
transport = Transport()
transport.set_duration({duration})
transport.notice.connect(lambda sentence: print("NOTICE", sentence))
positions = []
began = 0.0


def note(position):
    positions.append((monotonic(), position))


def leave(playing):
    if not playing:
        print("END", transport.position)
        print("AHEAD", max(position - (time - began) for time, position in positions))
        print("STEPS", min(b[1] - a[1] for a, b in zip(positions, positions[1:])) >= 0)
        transport.close()
        app.quit()


transport.position_changed.connect(note)
transport.playing_changed.connect(leave)


def play():
    global began
    began = monotonic()
    transport.play()


transport.set_sound(PlayableSound(np.ones((480000, 1), np.int16), 48000))
{action}
QTimer.singleShot(30_000, lambda: sys.exit("took too long"))
app.exec()
"""


def run(environment: dict[str, str], **parts: str) -> dict[str, list[str]]:
    """What the script prints, by the first word of each line."""
    script = SCRIPT.format(**{"before": "", "duration": "0.4", **parts})
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    said: dict[str, list[str]] = {}
    for line in done.stdout.splitlines():
        word, _, rest = line.partition(" ")
        said.setdefault(word, []).append(rest)
    return said


def check_silent_play(said: dict[str, list[str]], reason: str, duration: float = 0.4) -> None:
    assert len(said["NOTICE"]) == 1
    assert reason in said["NOTICE"][0]
    assert said["NOTICE"][0].endswith(".")
    assert float(said["END"][0]) == duration
    assert float(said["AHEAD"][0]) <= 0.0
    assert said["STEPS"] == ["True"]


def test_without_a_card(tmp_path: Path) -> None:
    config = tmp_path / "asound.conf"
    config.write_text(NO_CARD)
    action = "transport.silence_changed.connect(lambda why: play())"
    check_silent_play(run({"ALSA_CONFIG_PATH": str(config)}, action=action), "No sound card")


def test_playing_before_it_is_known_that_there_is_none(tmp_path: Path) -> None:
    config = tmp_path / "asound.conf"
    config.write_text(NO_CARD)
    said = run({"ALSA_CONFIG_PATH": str(config)}, action="play()")
    check_silent_play(said, "No sound card")


def test_without_portaudio() -> None:
    # what sounddevice meets where the library is not installed
    before = (
        "import ctypes.util, sysconfig\n"
        "ctypes.util.find_library = lambda name: None\n"
        "import cffi\n"
        "find = cffi.FFI.dlopen\n"
        "def missing(self, name, *flags):\n"
        "    if name is None or 'portaudio' in str(name):\n"
        "        raise OSError('PortAudio library not found')\n"
        "    return find(self, name, *flags)\n"
        "cffi.FFI.dlopen = missing\n"
    )
    action = "transport.silence_changed.connect(lambda why: play())"
    check_silent_play(run({}, before=before, action=action), "PortAudio library")


@pytest.mark.skipif(sys.platform != "linux", reason="the virtual card is one of ALSA")
def test_a_card_that_goes_away_while_it_plays(tmp_path: Path) -> None:
    """The card is a pipe whose other end takes sound in its own time, and then breaks."""
    pytest.importorskip("sounddevice", exc_type=OSError)
    pipe = tmp_path / "card"
    os.mkfifo(pipe)
    config = tmp_path / "asound.conf"
    config.write_text(
        "pcm.null { type null }\n"
        f'pcm.virtual {{ type file file "{pipe}" format "raw" slave.pcm "null" }}\n'
        'pcm.default { type plug slave.pcm "virtual" }\n'
    )
    before = (
        "import os, threading, time\n"
        "def listen():\n"
        f"    end = os.open({str(pipe)!r}, os.O_RDONLY)\n"
        "    for _ in range(30):\n"
        "        os.read(end, 1920)\n"
        "        time.sleep(0.02)\n"
        "    os.close(end)\n"
        "threading.Thread(target=listen, daemon=True).start()\n"
    )
    said = run(
        {"ALSA_CONFIG_PATH": str(config)},
        before=before,
        duration="2.5",
        action="transport._card.opened.connect(play)",
    )
    assert len(said["NOTICE"]) == 1
    assert "stopped working" in said["NOTICE"][0]
    assert float(said["END"][0]) == 2.5
    assert said["STEPS"] == ["True"]
