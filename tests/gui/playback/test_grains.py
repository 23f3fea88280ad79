import numpy as np

from dimitra_studio.gui.playback.grains import Grains

LOUD = np.full((100, 1), 30000, np.int16)


def fill(grains: Grains, n_samples: int) -> np.ndarray:
    out = np.full((n_samples, 1), 77, np.int16)
    grains.fill(out)
    return out[:, 0]


def test_nothing_to_play_is_silence() -> None:
    assert not fill(Grains(), 50).any()


def test_a_grain_fades_in_and_out_whatever_the_blocks() -> None:
    grains = Grains()
    grains.play(LOUD)
    heard = np.concatenate([fill(grains, n) for n in (30, 1, 60, 40)])
    assert np.all(np.diff(heard[:50].astype(int)) > 0)
    assert np.all(np.diff(heard[50:100].astype(int)) < 0)
    assert 0 < heard[0] < 200
    assert not heard[100:].any()


def test_the_next_begins_when_one_is_half_over() -> None:
    grains = Grains()
    grains.play(LOUD)
    first = fill(grains, 20)
    grains.play(LOUD)
    heard = np.concatenate([first, fill(grains, 90), fill(grains, 60)])
    assert heard[50:99].min() > 29000  # both together are as loud as one is in its middle
    assert not heard[150:].any()


def test_only_the_newest_waits() -> None:
    grains = Grains()
    grains.play(LOUD)
    fill(grains, 10)
    grains.play(LOUD)
    grains.play(-LOUD)
    heard = np.concatenate([fill(grains, 100), fill(grains, 100)])
    assert heard[60:].min() < -29000
    assert not heard[140:].any()


def test_clearing_forgets_what_waits() -> None:
    grains = Grains()
    grains.play(LOUD)
    grains.clear()
    assert not fill(grains, 200).any()


def test_gain() -> None:
    grains = Grains()
    grains.play(LOUD, 0.5)
    assert 14000 < fill(grains, 100).max() < 15000
