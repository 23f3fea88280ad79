"""What a training run is told."""

from dataclasses import dataclass
from pathlib import Path

from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.diffusion.cmdt import PRESETS


@dataclass(frozen=True, slots=True)
class PreparationConfig:
    """How a folder of video becomes material for training.

    Args:
        n_augmented: changed versions of the sound of each training clip.
        voices: of the program ``flite``, in which the words of each training clip are spoken
            once more; none needs no program.
        max_unseen: share of frames without a usable face above which a clip is left out.
        n_workers: processes that prepare clips; with 0 the calling one does it.
        val_share: share of the clips kept for validation where no manifest says which.
    """

    n_augmented: int = 4
    voices: tuple[str, ...] = ()
    max_unseen: float = 0.2
    n_workers: int = 2
    val_share: float = 0.08


@dataclass(frozen=True, slots=True)
class Losses:
    """How much each part of the loss counts.

    Args:
        diffusion: error of the clean motion; 6 in the paper.
        first: error of the first frame, for the pose; 1 in the paper.
        velocity: error of the difference between neighbouring frames.
        mouth: error of the opening and the width of the mouth, for the lips.
    """

    diffusion: float = 6.0
    first: float = 1.0
    velocity: float = 6.0
    mouth: float = 3.0


@dataclass(frozen=True, slots=True)
class TrainConfig:
    """One training run.

    Args:
        material: folder of video.
        output: folder for weights, checkpoints and logs.
        cache: folder for prepared clips.
        components: whose networks are trained, one after the other.
        preset: sizes of the networks, a name in ``PRESETS``.
        preparation: how the clips are prepared.
        losses: how much each part of the loss counts.
        n_steps: training steps for each network.
        batch_size: windows in a step.
        learning_rate: at its highest.
        warm_up: steps until then.
        weight_decay: of AdamW.
        ema_decay: share of the averaged weights that each step keeps.
        precision: ``no``, ``bf16`` or ``fp16``, as accelerate calls it.
        validate_every: steps.
        checkpoint_minutes: between checkpoints.
        seed: of everything random.
        text_weights: file of a CLIP network that reads the transcripts, or none.

    Raises:
        ValueError: if a name is unknown or a number is not positive.
    """

    material: Path
    output: Path
    cache: Path
    components: tuple[str, ...] = COMPONENTS
    preset: str = "small"
    preparation: PreparationConfig = PreparationConfig()
    losses: Losses = Losses()
    n_steps: int = 3600
    batch_size: int = 32
    learning_rate: float = 1.5e-3
    warm_up: int = 80
    weight_decay: float = 0.01
    ema_decay: float = 0.995
    precision: str = "no"
    validate_every: int = 200
    checkpoint_minutes: float = 5.0
    seed: int = 0
    text_weights: Path | None = None

    def __post_init__(self) -> None:
        if self.preset not in PRESETS:
            raise ValueError(f"presets are {', '.join(PRESETS)}; got {self.preset}")
        if unknown := set(self.components) - set(COMPONENTS):
            raise ValueError(f"components are {', '.join(COMPONENTS)}; got {unknown}")
        if min(self.n_steps, self.batch_size, self.validate_every) < 1:
            raise ValueError("steps and batch size are 1 or more")
