import numpy as np
import pytest
import torch

from dimitra_studio.core.rig import STUDIO
from dimitra_studio.diffusion.conditioning import CONDITIONS
from dimitra_studio.diffusion.normalise import Statistics
from dimitra_studio.training.dataset import PIN_PATTERNS, Batches, Take, draw_pins, make_take
from dimitra_studio.training.preparation import PreparedClip

COLUMNS = STUDIO.columns("lips")
STATISTICS = Statistics(np.zeros(17), np.ones(17), np.zeros(17), np.ones(17))


@pytest.fixture
def takes(clips: list[PreparedClip]) -> list[list[Take]]:
    return [
        [make_take(clip, version, COLUMNS, STATISTICS) for version in clip.versions]
        for clip in clips
    ]


@pytest.fixture
def batches(takes: list[list[Take]]) -> Batches:
    return Batches(takes, batch_size=6, max_frames=28, seed=5)


def test_motion_keeps_time_with_a_faster_sound(clips: list[PreparedClip]) -> None:
    own, changed = (
        make_take(clips[0], version, COLUMNS, STATISTICS) for version in clips[0].versions
    )
    loudness = changed.version.features.mean(axis=1)
    assert np.corrcoef(changed.motion[:, 0], loudness)[0, 1] > 0.99
    assert len(changed.motion) == int(len(own.motion) / 1.2)


def test_unseen_frames_do_not_count(clips: list[PreparedClip]) -> None:
    clips[0].seen[10:13] = False
    take = make_take(clips[0], clips[0].versions[0], COLUMNS, STATISTICS)
    np.testing.assert_array_equal(np.flatnonzero(take.weight == 0), [10, 11, 12])


def test_same_step_gives_the_same_batch(batches: Batches, takes: list[list[Take]]) -> None:
    again = Batches(takes, batch_size=6, max_frames=28, seed=5).make(3)
    assert torch.equal(batches.make(3).motion, again.motion)
    assert torch.equal(batches.make(3).conditions.mask, again.conditions.mask)
    assert batches.make(4).motion.shape != again.motion.shape or not torch.equal(
        batches.make(4).motion, again.motion
    )


def test_shapes_fit_each_other(batches: Batches) -> None:
    for step in range(10):
        batch = batches.make(step)
        n_clips, n_frames, n_channels = batch.motion.shape
        assert (n_clips, n_channels) == (6, 17)
        assert n_frames <= 28
        conditions = batch.conditions
        assert conditions.audio.shape == (6, n_frames, 256)
        assert conditions.phonemes.shape == (6, n_frames, 4)
        assert conditions.first.shape == (6, 17)
        assert batch.weight.shape == conditions.mask.shape == conditions.padding.shape
        assert batch.motion.dtype == conditions.audio.dtype == torch.float32


def test_padding_neither_counts_nor_is_pinned(batches: Batches) -> None:
    padded = 0
    for step in range(20):
        batch = batches.make(step)
        padding = batch.conditions.padding
        padded += int(padding.sum())
        assert not batch.weight[padding].any()
        assert not batch.conditions.mask[padding].any()
    assert padded > 0  # the faster versions are 25 frames long


def test_every_condition_is_sometimes_missing(batches: Batches) -> None:
    given = torch.cat([batches.make(step).conditions.given for step in range(40)])
    shares = given.float().mean(dim=0)
    assert given.shape[1] == len(CONDITIONS)
    assert (shares > 0.5).all()
    assert (shares < 1).all()
    assert (~given[:, 0] & ~given[:, 1]).any()


def test_pins_take_every_pattern() -> None:
    rng = np.random.default_rng(0)
    masks = [draw_pins(40, rng) for _ in range(300)]
    n_none = sum(not mask.any() for mask in masks)
    n_ends = sum(bool(mask[0] and mask[-1] and not mask.all()) for mask in masks)
    assert n_none == pytest.approx(300 * PIN_PATTERNS["none"], abs=30)
    assert n_ends == pytest.approx(300 * PIN_PATTERNS["both ends"], abs=25)
    assert all(mask.mean() <= 0.7 for mask in masks)
