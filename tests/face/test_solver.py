import numpy as np
import pytest
from scipy.optimize import minimize

from dimitra_studio.face.solver import smooth, solve_bounded


@pytest.fixture
def problem() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Six frames of four curves that fight each other."""
    rng = np.random.default_rng(0)
    rows = rng.normal(size=(6, 9, 4))
    rows[..., 3] = rows[..., 2] + 0.05 * rng.normal(size=(6, 9))
    hessian = rows.transpose(0, 2, 1) @ rows + 0.1 * np.eye(4)
    return hessian, rng.normal(size=(6, 4)) * 5, np.array([0.0, 1.0, 5.0, 0.3])


def cost(x: np.ndarray, problem: tuple[np.ndarray, np.ndarray, np.ndarray]) -> float:
    hessian, linear, smoothness = problem
    x = x.reshape(linear.shape)
    bend = (smoothness * np.diff(x, axis=0) ** 2).sum()
    return float(np.einsum("ti,tij,tj->", x, hessian, x) / 2 - (linear * x).sum() + bend / 2)


def test_solution_is_that_of_a_general_solver(
    problem: tuple[np.ndarray, np.ndarray, np.ndarray],
) -> None:
    start = np.zeros((6, 4))
    found = solve_bounded(*problem, start=start, n_steps=2000, tolerance=1e-9)
    best = minimize(
        cost, start.ravel(), (problem,), method="L-BFGS-B", bounds=[(0, 1)] * 24,
        options={"ftol": 1e-14, "gtol": 1e-10},
    )  # fmt: skip
    assert np.abs(found - best.x.reshape(6, 4)).max() < 1e-4
    assert found.min() == 0.0  # a bound is met, not approached
    assert found.max() == 1.0


def test_few_steps_are_enough(problem: tuple[np.ndarray, np.ndarray, np.ndarray]) -> None:
    quick = solve_bounded(*problem, start=np.full((6, 4), 0.5))
    exact = solve_bounded(*problem, start=np.zeros((6, 4)), n_steps=5000, tolerance=1e-10)
    assert np.abs(quick - exact).max() < 0.01


def test_smooth_keeps_lines_and_calms_noise() -> None:
    line = np.linspace(0, 3, 50)[:, None] * (1.0, -2.0)
    noise = np.random.default_rng(0).normal(size=(50, 2))
    assert np.allclose(smooth(line, 10.0), line)
    calm = smooth(line + noise, 10.0)
    assert np.abs(calm - line).mean() < 0.6 * np.abs(noise).mean()


def test_each_curve_has_its_strength() -> None:
    noise = np.random.default_rng(0).normal(size=(50, 2))
    result = smooth(noise, np.array([0.0, 100.0]))
    assert np.allclose(result[:, 0], noise[:, 0])
    assert result[:, 1].std() < 0.5


def test_frames_without_weight_are_bridged() -> None:
    line = np.linspace(0, 1, 20)[:, None]
    broken = line.copy()
    weights = np.ones(20)
    broken[8:12], weights[8:12] = 50.0, 0.0
    assert np.abs(smooth(broken, 1.0, weights) - line).max() < 1e-3


@pytest.mark.parametrize("n_frames", [1, 2])
def test_too_few_frames_to_bend_stay(n_frames: int) -> None:
    curves = np.random.default_rng(0).normal(size=(n_frames, 3))
    assert np.array_equal(smooth(curves, 5.0), curves)
