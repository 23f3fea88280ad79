"""Playing through PortAudio on a card that writes a file; each test in a process of its own."""

import os
import subprocess
import sys
import wave
from pathlib import Path

import numpy as np
import pytest

RATE = 48000
ROOT = Path(__file__).parents[3]

pytestmark = [
    pytest.mark.alone,
    pytest.mark.skipif(sys.platform != "linux", reason="the virtual card is one of ALSA"),
]

CARD = """
pcm.null {{ type null }}
pcm.virtual {{ type file file "{file}" format "{format}" slave.pcm "null" }}
pcm.default {{ type plug slave.pcm "virtual" }}
"""

PRELUDE = """
import sys
import numpy as np
from PySide6.QtCore import QCoreApplication, QTimer
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.playback.transport import Transport
from dimitra_studio.pipeline.playback import PlayableSound

app = QCoreApplication([])
samples = np.random.default_rng(0).integers(-9000, 9000, (48000 * 3, {channels})).astype(np.int16)
transport = Transport()
transport.set_duration(3.0)
transport.notice.connect(lambda sentence: print("NOTICE", sentence))


def leave():
    transport.close()
    app.quit()


def leave_when_stopped(playing):
    if not playing:
        QTimer.singleShot(0, leave)


def when_ready(action):
    ready = transport._card.opened if {card} else transport.silence_changed
    ready.connect(lambda *_: action())
    transport.set_sound(PlayableSound(samples, {rate}))


QTimer.singleShot(30_000, lambda: sys.exit("took too long"))
"""


def recording(channels: int = 2) -> np.ndarray:
    return np.random.default_rng(0).integers(-9000, 9000, (RATE * 3, channels)).astype(np.int16)


def run(
    script: str, environment: dict[str, str], *, card: bool = True, rate: int = RATE,
    channels: int = 2,
) -> str:  # fmt: skip
    """Run a script after the prelude; what it prints."""
    prelude = PRELUDE.format(card=card, rate=rate, channels=channels)
    done = subprocess.run(
        [sys.executable, "-c", prelude + script + "\napp.exec()\n"],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def played(tmp_path: Path) -> Path:
    """Where the virtual card writes what it is given."""
    return tmp_path / "played.wav"


@pytest.fixture
def card(played: Path) -> dict[str, str]:
    """The environment in which that card is the only one."""
    pytest.importorskip("sounddevice", exc_type=OSError)
    config = played.with_name("asound.conf")
    config.write_text(CARD.format(file=played, format="wav"))
    environment = {"ALSA_CONFIG_PATH": str(config)}
    query = "import sounddevice; sounddevice.query_devices(kind='output')"
    found = subprocess.run(
        [sys.executable, "-c", query],
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )
    if found.returncode != 0:
        pytest.skip("PortAudio does not reach ALSA's virtual card here")
    return environment


def read(path: Path) -> np.ndarray:
    """``(S, 2)`` what was played, from the first sound on: the card begins with a silent buffer."""
    data = path.read_bytes()[44:]  # ALSA completes the header only when it is closed
    samples = np.frombuffer(data[: len(data) // 4 * 4], "<i2").reshape(-1, 2)
    return samples[np.flatnonzero(samples.any(1))[0] :]


def test_plays_the_recording_from_the_asked_position(card: dict[str, str], played: Path) -> None:
    run(
        "transport.playing_changed.connect(leave_when_stopped)\n"
        "transport.seek(0.5)\n"
        "when_ready(transport.play)\n",
        card,
    )
    heard = read(played)
    expected = recording()[RATE // 2 :]
    np.testing.assert_array_equal(heard[: len(expected)], expected)
    assert not heard[len(expected) :].any()


def test_delay_moves_the_sound(card: dict[str, str], played: Path) -> None:
    run(
        "transport.playing_changed.connect(leave_when_stopped)\n"
        "transport.set_delay(0.25)\n"
        "transport.seek(1.0)\n"
        "when_ready(transport.play)\n",
        card,
    )
    expected = recording()[RATE * 3 // 4 : RATE * 11 // 4]
    heard = read(played)
    np.testing.assert_array_equal(heard[: len(expected)], expected)
    assert not heard[len(expected) :].any()


def test_a_loop_has_no_gap(card: dict[str, str], played: Path) -> None:
    run(
        "transport.set_loop(True)\n"
        "transport.set_loop_range(Segment(1.0, 1.201))\n"
        "transport.seek(1.1)\n"
        "when_ready(transport.play)\n"
        "transport.position_changed.connect(lambda time: QTimer.singleShot(0, leave))\n",
        card,
    )
    once = recording()[RATE : round(RATE * 1.201)]  # not a multiple of the card's blocks
    heard = read(played)
    expected = np.concatenate([once[RATE // 10 :], once, once, once])
    np.testing.assert_array_equal(heard[: len(expected)], expected)


def test_twice_as_fast_is_half_as_long(card: dict[str, str], played: Path) -> None:
    run(
        "transport.playing_changed.connect(leave_when_stopped)\n"
        "transport.set_speed(2.0)\n"
        "when_ready(transport.play)\n",
        card,
    )
    heard = read(played)
    np.testing.assert_array_equal(heard[: RATE * 3 // 2], recording()[::2])
    assert not heard[RATE * 3 // 2 :].any()


def test_backwards(card: dict[str, str], played: Path) -> None:
    run(
        "transport.playing_changed.connect(leave_when_stopped)\n"
        "transport.seek(1.0)\n"
        "when_ready(transport.shuttle_back)\n",
        card,
    )
    np.testing.assert_array_equal(read(played)[:RATE], recording()[RATE:0:-1])


def test_volume_and_mute(card: dict[str, str], played: Path) -> None:
    script = (
        "transport.playing_changed.connect(leave_when_stopped)\n"
        "transport.set_volume(0.5)\n"
        "{mute}\n"
        "when_ready(transport.play)\n"
    )
    run(script.format(mute=""), card)
    quarter = recording() * 0.25
    assert np.abs(read(played)[: len(quarter)] - quarter).max() <= 1
    run(script.format(mute="transport.set_muted(True)"), card)
    assert played.stat().st_size > 3 * RATE * 4
    assert not any(played.read_bytes()[44:])


def test_scrubbing_is_heard(card: dict[str, str], played: Path) -> None:
    run(
        "def scrub():\n"
        "    transport.begin_scrub()\n"
        "    transport.scrub_to(1.5)\n"
        "    QTimer.singleShot(200, end)\n"
        "def end():\n"
        "    transport.end_scrub()\n"
        "    leave()\n"
        "when_ready(scrub)\n",
        card,
    )
    heard = read(played)[:, 0].astype(float)
    grain = heard[: round(0.07 * RATE)]
    around = recording()[round(1.46 * RATE) : round(1.54 * RATE), 0].astype(float)
    likeness = np.correlate(around, grain)
    assert likeness.max() > 20 * np.abs(likeness).mean()
    assert np.argmax(likeness) / RATE == pytest.approx(0.005, abs=0.001)
    assert not heard[len(grain) + 10 :].any()


def test_mono_and_other_rates_are_played(card: dict[str, str], played: Path) -> None:
    run(
        "transport.playing_changed.connect(leave_when_stopped)\n"
        "when_ready(transport.play)\n",
        card, rate=22050, channels=1,
    )  # fmt: skip
    with wave.open(str(played)) as file:
        assert file.getframerate() in (22050, 44100, 48000)
    assert read(played).any()
