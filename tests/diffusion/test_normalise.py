import numpy as np
import pytest

from dimitra_studio.diffusion.normalise import MARGIN, Statistics

FLOOR = np.full(3, 0.02, np.float32)


@pytest.fixture
def curves() -> np.ndarray:
    curves = np.random.default_rng(0).normal((0.2, 0, 5), (0.1, 0, 2), (400, 3))
    return curves.astype(np.float32)


def test_normalised_curves_have_mean_0_and_deviation_1(curves: np.ndarray) -> None:
    values = Statistics.measure(curves, FLOOR).normalise(curves)
    np.testing.assert_allclose(values.mean(axis=0), 0, atol=1e-5)
    np.testing.assert_allclose(values.std(axis=0), (1, 0, 1), atol=1e-4)


def test_channel_that_never_moved_does_not_explode(curves: np.ndarray) -> None:
    statistics = Statistics.measure(curves, FLOOR)
    assert statistics.normalise(np.array([0.2, 0.1, 5], np.float32))[1] == pytest.approx(5)


def test_values_come_back(curves: np.ndarray) -> None:
    statistics = Statistics.measure(curves, FLOOR)
    again = statistics.restore(statistics.normalise(curves))
    np.testing.assert_allclose(again, curves, atol=1e-6)
    assert again.dtype == np.float32


def test_confined_values_stay_near_what_training_saw(curves: np.ndarray) -> None:
    statistics = Statistics.measure(curves, FLOOR)
    wild = statistics.confine(np.array([100, -100, 5], np.float32))
    np.testing.assert_allclose(wild[0], curves[:, 0].max() + MARGIN * 0.1, atol=0.1)
    np.testing.assert_allclose(wild[1], -MARGIN * 0.02, atol=1e-6)
    assert wild[2] == 5


def test_lists_keep_everything(curves: np.ndarray) -> None:
    statistics = Statistics.measure(curves, FLOOR)
    again = Statistics.from_lists(statistics.to_lists())
    np.testing.assert_array_equal(again.std, statistics.std)
    np.testing.assert_array_equal(again.high, statistics.high)


def test_flat_deviation_is_refused() -> None:
    zeros = np.zeros(2, np.float32)
    with pytest.raises(ValueError, match="positive"):
        Statistics(zeros, zeros, zeros, zeros)


def test_rows_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="as long as the mean"):
        Statistics(np.zeros(2), np.ones(3), np.zeros(2), np.zeros(2))
