"""Trains the networks, one component after the other; any interruption loses only minutes."""

import json
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from accelerate import Accelerator

from dimitra_studio.audio.phonemes import PHONEMES, VISEMES
from dimitra_studio.core.errors import TrainingError
from dimitra_studio.core.files import replacing
from dimitra_studio.core.progress import Cancelled, Progress, ProgressFn, ignore, stage
from dimitra_studio.diffusion import weights
from dimitra_studio.diffusion.cmdt import CMDT, PRESETS, CMDTConfig
from dimitra_studio.diffusion.sampling import make_scheduler
from dimitra_studio.diffusion.text import OpenClipText
from dimitra_studio.face.rigs import StudioRig, load_rig
from dimitra_studio.training.config import TrainConfig
from dimitra_studio.training.corpus import find_clips
from dimitra_studio.training.dataset import Batch, Batches
from dimitra_studio.training.ema import EMA
from dimitra_studio.training.losses import (
    MouthMap,
    add_noise,
    draw_timesteps,
    motion_losses,
    total_loss,
)
from dimitra_studio.training.material import Material, gather
from dimitra_studio.training.preparation import prepare
from dimitra_studio.training.validation import validate

SMALLEST_RATE = 0.02  # of the learning rate, at the end of the cosine
LARGEST_GRADIENT = 1.0
RUN_FILE = "run.json"


@dataclass(frozen=True, slots=True)
class TrainReport:
    """What a training run did.

    Args:
        weights: file of the best weights of each component.
        figures: of these weights on the validation clips, by component.
        left_out: reason for each clip that was not used.
    """

    weights: dict[str, Path]
    figures: dict[str, dict[str, float]]
    left_out: dict[str, str]


class Course:
    """How far the training of one network has come; part of its checkpoints."""

    def __init__(self) -> None:
        self.step = 0
        self.best = -float("inf")
        self.figures: dict[str, float] = {}

    def state_dict(self) -> dict[str, Any]:
        """For a checkpoint."""
        return dict(vars(self))

    def load_state_dict(self, state: dict[str, Any]) -> None:
        """Go on from a checkpoint."""
        vars(self).update(state)


def train(config: TrainConfig, on_progress: ProgressFn = ignore) -> TrainReport:
    """Prepare a folder of video and train the networks on it.

    A run that was interrupted goes on from its last checkpoint when it is started again with
    the same settings, and ends as if it had never stopped.

    Args:
        config: everything that decides on the result.
        on_progress: called after every clip and step; may raise ``Cancelled``.

    Raises:
        TrainingError: if the folder does not allow training, or the output folder holds a run
            with other settings.
    """
    clips = find_clips(config.material, config.preparation.val_share, config.seed)
    claim_folder(config)
    n_stages = 1 + len(config.components)
    prepared, left_out = prepare(
        clips, config.cache, config.preparation, stage(on_progress, 0, n_stages)
    )
    rig = load_rig()
    encoder = OpenClipText(config.text_weights) if config.text_weights else None
    report = TrainReport({}, {}, left_out)
    for index, component in enumerate(config.components, start=1):
        material = gather(prepared, rig, component, encoder)
        trainer = Trainer(config, material, rig)
        report.figures[component] = trainer.run(stage(on_progress, index, n_stages))
        report.weights[component] = trainer.weights_path
    return report


def claim_folder(config: TrainConfig) -> None:
    """Make sure that checkpoints in the output folder belong to a run with these settings."""
    settings = asdict(config)
    for place in ("output", "cache", "components", "checkpoint_minutes"):
        del settings[place]
    text = json.dumps(settings, default=str, indent=1, sort_keys=True)
    config.output.mkdir(parents=True, exist_ok=True)
    path = config.output / RUN_FILE
    if path.is_file() and path.read_text(encoding="utf-8") != text:
        raise TrainingError(
            f"{config.output} holds a run with other settings; choose another folder or empty it."
        )
    with replacing(path) as partial:
        partial.write_text(text, encoding="utf-8")


class Trainer:
    """Trains the network of one component.

    Args:
        config: of the run.
        material: of the component.
        rig: on which lips are measured.
    """

    def __init__(self, config: TrainConfig, material: Material, rig: StudioRig) -> None:
        self._config = config
        self._material = material
        self._rig = rig
        self._folder = config.output / "checkpoints" / material.component
        self.weights_path = config.output / f"{material.component}.safetensors"
        self._accelerator = Accelerator(
            mixed_precision=config.precision,
            log_with="tensorboard",
            project_dir=config.output / "logs",
        )
        torch.manual_seed(config.seed)
        network = CMDT(make_config(config.preset, material))
        self._averaged = CMDT(network.config).to(self._accelerator.device).eval()
        self._averaged.requires_grad_(requires_grad=False)
        optimiser = torch.optim.AdamW(
            network.parameters(), lr=config.learning_rate, weight_decay=config.weight_decay
        )
        self._network, self._optimiser = self._accelerator.prepare(network, optimiser)
        self._ema = EMA(self._accelerator.unwrap_model(self._network), config.ema_decay)
        self._course = Course()
        self._accelerator.register_for_checkpointing(self._ema, self._course)
        self._batches = Batches(
            material.train, config.batch_size, network.config.max_frames, config.seed
        )
        self._alphas_cumprod = make_scheduler().alphas_cumprod
        self._mouth = None
        if material.mouth_slopes is not None:
            slopes = torch.from_numpy(material.mouth_slopes)
            self._mouth = MouthMap(slopes.to(self._accelerator.device))

    def run(self, on_progress: ProgressFn) -> dict[str, float]:
        """Train to the end, from the last checkpoint if any; figures of the best weights."""
        self._resume()
        n_steps, component = self._config.n_steps, self._material.component
        with self._tracking():
            saved = time.monotonic()
            while self._course.step < n_steps:
                parts = self._step()
                if self._course.step % self._config.validate_every == 0 or (
                    self._course.step == n_steps
                ):
                    self._validate()
                if time.monotonic() - saved > 60 * self._config.checkpoint_minutes:
                    self._save()
                    saved = time.monotonic()
                self._accelerator.log(parts, step=self._course.step)
                try:
                    on_progress(Progress(self._course.step, n_steps, f"Training the {component}"))
                except Cancelled:
                    self._save()
                    raise
            self._save()
        return self._course.figures

    def _step(self) -> dict[str, float]:
        """One step of the optimiser; everything random in it follows from seed and step."""
        accelerator, course = self._accelerator, self._course
        draw = course.step * accelerator.num_processes + accelerator.process_index
        generator = torch.Generator().manual_seed(
            int(np.random.default_rng((self._config.seed, draw, 1)).integers(2**62))
        )
        torch.manual_seed(int(torch.randint(2**62, (1,), generator=generator)))  # for dropout
        self._set_rate()
        batch = self._batches.make(draw).to(accelerator.device)
        self._network.train()
        parts = self._losses(batch, generator)
        loss = total_loss(parts, self._config.losses, self._material.component)
        self._optimiser.zero_grad()
        accelerator.backward(loss)
        accelerator.clip_grad_norm_(self._network.parameters(), LARGEST_GRADIENT)
        self._optimiser.step()
        self._ema.update(accelerator.unwrap_model(self._network))
        course.step += 1
        return {f"train/{name}": value.item() for name, value in (parts | {"loss": loss}).items()}

    def _losses(self, batch: Batch, generator: torch.Generator) -> dict[str, torch.Tensor]:
        shape = batch.motion.shape
        noise = torch.randn(shape, generator=generator).to(batch.motion)
        n_timesteps = len(self._alphas_cumprod)
        timestep = draw_timesteps(shape[0], n_timesteps, generator).to(batch.motion.device)
        noisy = add_noise(batch.motion, noise, timestep, self._alphas_cumprod)
        clean = self._network(noisy, timestep, batch.conditions)
        return motion_losses(clean, batch.motion, batch.weight, self._mouth)

    def _set_rate(self) -> None:
        """Warm-up, then half a cosine."""
        config, step = self._config, self._course.step
        done = min(1.0, step / config.n_steps)
        cosine = SMALLEST_RATE + (1 - SMALLEST_RATE) * (0.5 + 0.5 * float(np.cos(np.pi * done)))
        for group in self._optimiser.param_groups:
            group["lr"] = config.learning_rate * cosine * min(1.0, (step + 1) / config.warm_up)

    def _validate(self) -> None:
        self._ema.copy_to(self._averaged)
        motion_network = self._material.motion_network(self._averaged)
        figures = validate(motion_network, self._material.val, self._rig)
        self._accelerator.log(
            {f"val/{name}": value for name, value in figures.items()}, step=self._course.step
        )
        if figures["score"] > self._course.best:
            self._course.best, self._course.figures = figures["score"], figures
            if self._accelerator.is_main_process:
                weights.save(motion_network, self.weights_path)

    @contextmanager
    def _tracking(self) -> Iterator[None]:
        self._accelerator.init_trackers(self._material.component)
        try:
            yield
        finally:
            self._accelerator.end_training()

    def _save(self) -> None:
        """Write a checkpoint; it has its name only once it is complete."""
        path = self._folder / f"{self._course.step:08d}"
        partial = path.with_suffix(".partial")
        self._accelerator.save_state(partial)
        if self._accelerator.is_main_process:
            shutil.rmtree(path, ignore_errors=True)
            partial.rename(path)
            for older in self._folder.iterdir():
                if older != path:
                    shutil.rmtree(older)

    def _resume(self) -> None:
        complete = [path for path in self._folder.glob("*") if path.name.isdigit()]
        if complete:
            self._accelerator.load_state(max(complete))


def make_config(preset: str, material: Material) -> CMDTConfig:
    """The sizes of a preset for the channels and features of a component."""
    sizes: dict[str, Any] = {"phonemes": PHONEMES, "visemes": VISEMES, **PRESETS[preset]}
    sizes |= {"motion_dim": len(material.channels), "audio_dim": material.audio_dim}
    return CMDTConfig(**sizes)
