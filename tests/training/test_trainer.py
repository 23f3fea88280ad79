import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from dimitra_studio.core.errors import TrainingError
from dimitra_studio.core.progress import Cancelled, Progress, ProgressFn, ignore
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.diffusion import weights
from dimitra_studio.diffusion.cmdt import CMDT
from dimitra_studio.diffusion.windows import Speech, generate_component
from dimitra_studio.face.rigs import StudioRig, load_rig
from dimitra_studio.training.config import PreparationConfig, TrainConfig
from dimitra_studio.training.material import Material, gather
from dimitra_studio.training.preparation import PreparedClip
from dimitra_studio.training.trainer import Trainer, claim_folder, make_config, train
from dimitra_studio.training.validation import measure_loss

N_STEPS = 6
GRID = Path(__file__).parents[3] / "shared" / "data" / "grid_s1" / "clips"


@pytest.fixture(scope="module")
def rig() -> StudioRig:
    return load_rig()


@pytest.fixture
def config(tmp_path: Path, tiny: str) -> TrainConfig:
    return TrainConfig(
        material=tmp_path,
        output=tmp_path / "run",
        cache=tmp_path / "cache",
        preset=tiny,
        n_steps=N_STEPS,
        batch_size=4,
        validate_every=3,
        learning_rate=3e-3,
        warm_up=2,
    )


@pytest.fixture
def pose(clips: list[PreparedClip], rig: StudioRig) -> Material:
    return gather(clips, rig, "pose")


def stop_after(n_steps: int) -> ProgressFn:
    """A listener that cancels."""

    def stop(progress: Progress) -> None:
        if progress.done == n_steps:
            raise Cancelled

    return stop


def test_interrupted_run_ends_as_if_it_had_never_stopped(
    config: TrainConfig, pose: Material, rig: StudioRig, tmp_path: Path
) -> None:
    straight = Trainer(config, pose, rig)
    straight.run(ignore)
    broken = replace(config, output=tmp_path / "broken")
    with pytest.raises(Cancelled):
        Trainer(broken, pose, rig).run(stop_after(4))
    resumed = Trainer(broken, pose, rig)
    seen: list[int] = []
    resumed.run(lambda progress: seen.append(progress.done))
    assert seen == [5, 6]
    one, other = load_file(straight.weights_path), load_file(resumed.weights_path)
    assert one.keys() == other.keys()
    assert all(torch.equal(one[name], other[name]) for name in one)


def test_half_written_checkpoint_is_not_used(
    config: TrainConfig, pose: Material, rig: StudioRig
) -> None:
    with pytest.raises(Cancelled):
        Trainer(config, pose, rig).run(stop_after(2))
    (config.output / "checkpoints" / "pose" / "00000099.partial").mkdir()
    seen: list[int] = []
    Trainer(config, pose, rig).run(lambda progress: seen.append(progress.done))
    assert seen[0] == 3
    assert [path.name for path in (config.output / "checkpoints" / "pose").iterdir()] == [
        f"{N_STEPS:08d}"
    ]


def test_training_learns_what_the_sound_does(
    config: TrainConfig, pose: Material, rig: StudioRig
) -> None:
    takes = [pose.val[0].take]
    mean_motion = pose.motion_network(CMDT(make_config(config.preset, pose)).eval())
    trainer = Trainer(replace(config, n_steps=120, validate_every=60), pose, rig)
    figures = trainer.run(ignore)
    assert figures["loss"] < 0.5 * measure_loss(mean_motion, takes)
    assert figures["score"] == -figures["loss"]
    trained = weights.load(trainer.weights_path, STUDIO, "pose")
    example = pose.val[0]
    speech = Speech(example.take.version.features.astype(np.float32))
    curves = generate_component(trained, speech, first=example.clip.curves[0, -6:])
    real = example.clip.curves[:, STUDIO.column("headPitch")]
    assert np.corrcoef(curves[:, 0], real)[0, 1] > 0.5


def test_course_is_logged_for_tensorboard(
    config: TrainConfig, pose: Material, rig: StudioRig
) -> None:
    Trainer(config, pose, rig).run(ignore)
    log = EventAccumulator(str(config.output / "logs" / "pose")).Reload()
    assert [event.step for event in log.Scalars("train/loss")] == list(range(1, N_STEPS + 1))
    assert [event.step for event in log.Scalars("val/loss")] == [3, 6]


def test_folder_of_video_becomes_weights(config: TrainConfig, tmp_path: Path) -> None:
    if not GRID.is_dir():
        pytest.skip("the GRID clips are not on this machine")
    folder = tmp_path / "clips"
    folder.mkdir()
    for name in ("bbaf2n", "bbaf3s", "bbaf4p"):
        for suffix in (".mp4", ".align"):
            shutil.copy(GRID / f"{name}{suffix}", folder)
    (folder / "broken.mp4").write_bytes(b"no video")
    preparation = PreparationConfig(n_augmented=1, n_workers=0, val_share=0.3)
    config = replace(config, material=folder, preparation=preparation, n_steps=2)
    seen: list[Progress] = []
    report = train(config, seen.append)
    assert list(report.left_out) == ["broken.mp4"]
    for component, path in report.weights.items():
        assert weights.load(path, STUDIO, component).component == component
        assert report.figures[component]["loss"] > 0
    assert set(report.weights) == {"lips", "expression", "pose"}
    shares = [progress.done / progress.total for progress in seen]
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_folder_of_another_run_is_refused(config: TrainConfig) -> None:
    claim_folder(config)
    claim_folder(replace(config, components=("lips",)))
    with pytest.raises(TrainingError, match="run with other settings"):
        claim_folder(replace(config, batch_size=5))


@pytest.mark.parametrize("wrong", [{"preset": "huge"}, {"components": ("nose",)}, {"n_steps": 0}])
def test_unknown_settings_are_refused(config: TrainConfig, wrong: dict) -> None:
    with pytest.raises(ValueError, match=r"presets are|components are|1 or more"):
        replace(config, **wrong)
