from dataclasses import replace

import numpy as np
import pytest
import torch

from dimitra_studio.audio.phonemes import PHONEME_IDS
from dimitra_studio.diffusion.cmdt import CMDT
from dimitra_studio.face.rigs import StudioRig, load_rig
from dimitra_studio.training.material import Material, gather
from dimitra_studio.training.preparation import PreparedClip
from dimitra_studio.training.trainer import make_config
from dimitra_studio.training.validation import sample_takes, score_lips, touches, validate


@pytest.fixture(scope="module")
def rig() -> StudioRig:
    return load_rig()


@pytest.fixture
def lips(clips: list[PreparedClip], rig: StudioRig) -> Material:
    return gather(clips, rig, "lips")


@pytest.fixture
def network(lips: Material, tiny: str) -> CMDT:
    torch.manual_seed(0)
    network = CMDT(make_config(tiny, lips))
    torch.nn.init.normal_(network.to_motion.weight, std=0.1)
    return network.eval().requires_grad_(requires_grad=False)


def test_truth_scores_full_marks_and_stillness_none(lips: Material, rig: StudioRig) -> None:
    own = lips.val[:1]
    real = own[0].clip.curves[:, :17]
    truth = score_lips(rig, own, [real])
    assert truth["opening"] > 0.99
    still = score_lips(rig, own, [np.zeros_like(real)])
    assert still["opening"] == 0
    assert still["closures"] == 1


def test_lips_must_touch_while_the_phoneme_sounds() -> None:
    phonemes = np.zeros((12, 4), np.uint8)
    phonemes[3, 2] = PHONEME_IDS["B"]
    phonemes[8:10] = PHONEME_IDS["P"]
    opening = np.full(12, 0.2, np.float32)
    opening[4] = 0.0
    assert touches(opening, phonemes) == [True, False]


def test_figures_cover_every_way_of_listening(
    lips: Material, network: CMDT, rig: StudioRig
) -> None:
    figures = validate(lips.motion_network(network), lips.val, rig)
    for name in ("", "audio only ", "phonemes only ", "other voices audio only "):
        assert -1 <= figures[f"{name}opening"] <= 1
    assert figures["opening"] != figures["audio only opening"]
    assert figures["loss"] > 0


def test_only_the_beginning_of_a_long_clip_is_measured(
    lips: Material, network: CMDT, rig: StudioRig
) -> None:
    figures = validate(lips.motion_network(network), lips.val, rig)
    short = [example.beginning(network.config.max_frames) for example in lips.val]
    assert len(short[0].clip.curves) == len(short[0].take.motion) == 24
    assert validate(lips.motion_network(network), short, rig) == figures


def test_clips_of_different_length_do_not_disturb_each_other(lips: Material, network: CMDT) -> None:
    own = lips.val[0].take
    _, changed = lips.train[0]
    together = sample_takes(lips.motion_network(network), [own, changed])
    alone = sample_takes(lips.motion_network(network), [own])
    assert [len(curves) for curves in together] == [30, 25]
    np.testing.assert_allclose(together[0], alone[0], atol=1e-4)


def test_clip_without_words_is_heard_by_its_sound(lips: Material, network: CMDT) -> None:
    take = lips.val[0].take
    silent = replace(take, version=replace(take.version, phonemes=None))
    (one,) = sample_takes(lips.motion_network(network), [silent])
    (other,) = sample_takes(lips.motion_network(network), [take], without=("phonemes",))
    np.testing.assert_array_equal(one, other)
