"""``train``: networks of one's own, from a folder of video."""

import argparse
from pathlib import Path

from dimitra_studio.cli import options
from dimitra_studio.cli.reporting import reporting
from dimitra_studio.core.paths import cache_folder
from dimitra_studio.core.rig import COMPONENTS

HELP = "Train the networks on a folder of video; goes on where it was interrupted."
EXAMPLES = """\
  dimitra-studio train my-clips -o my-run
  dimitra-studio train my-clips -o my-run --components lips --steps 8000 --voices slt,rms
  dimitra-studio render face.jpg speech.wav -o talk.mp4 --weights my-run

The words of clip.mp4 stand in clip.txt, or in a manifest.csv with the columns clip, transcript and
(if you wish) split, train or val. Clips without words teach the sound alone."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("material", type=Path, metavar="FOLDER", help="videos of one face each")
    options.add_output(parser, "RUN", "folder for weights, checkpoints and TensorBoard logs")
    parser.add_argument("--components", type=options.components, default=COMPONENTS, metavar="LIST")
    parser.add_argument("--preset", default="small", help="small, paper or dimitra++ (%(default)s)")
    parser.add_argument("--steps", type=options.positive, help="training steps for each network")
    parser.add_argument("--batch-size", type=options.positive)
    parser.add_argument("--seed", type=options.whole, default=0)
    parser.add_argument(
        "--workers", type=options.positive, default=2, help="processes (%(default)s)"
    )
    parser.add_argument(
        "--voices",
        default="",
        metavar="LIST",
        help="voices of the program flite that say every clip once more, such as slt,rms",
    )
    parser.add_argument(
        "--precision", choices=("no", "bf16", "fp16"), default="no", help="%(default)s"
    )
    parser.add_argument(
        "--text-weights", type=Path, metavar="FILE", help="of a CLIP network that reads the words"
    )
    parser.add_argument(
        "--cache",
        type=Path,
        default=cache_folder() / "training",
        metavar="FOLDER",
        help="for prepared clips (%(default)s)",
    )


def run(args: argparse.Namespace) -> None:
    from dimitra_studio.core.errors import TrainingError
    from dimitra_studio.training.config import PreparationConfig, TrainConfig
    from dimitra_studio.training.trainer import train

    voices = tuple(name for name in args.voices.split(",") if name)
    given = {"n_steps": args.steps, "batch_size": args.batch_size}
    try:
        config = TrainConfig(
            material=args.material,
            output=args.output,
            cache=args.cache,
            components=args.components,
            preset=args.preset,
            preparation=PreparationConfig(voices=voices, n_workers=args.workers),
            precision=args.precision,
            seed=args.seed,
            text_weights=args.text_weights,
            **{name: value for name, value in given.items() if value is not None},
        )
    except ValueError as error:
        raise TrainingError(f"Training cannot start: {error}.") from error
    with reporting(args) as on_progress:
        report = train(config, on_progress)
    for clip, reason in report.left_out.items():
        print(f"Left out: {clip}: {reason}")
    for component, path in report.weights.items():
        figures = ", ".join(
            f"{name} {value:.3f}" for name, value in report.figures[component].items()
        )
        print(f"{component:12}{path}  ({figures})")
