"""Options that read the same in every command."""

import argparse
import sys
from dataclasses import fields, replace
from pathlib import Path
from typing import TypeVar

from dimitra_studio.core.errors import TranscriptError
from dimitra_studio.core.paths import DEFAULT_WEIGHTS
from dimitra_studio.core.rig import COMPONENTS, RIGS
from dimitra_studio.core.strength import Strength
from dimitra_studio.core.take import MOST_SEED, MOST_STEPS, Settings
from dimitra_studio.core.timeline import Segment

_DEFAULTS = Settings()
_STRENGTHS = tuple(field.name for field in fields(Strength))
_N = TypeVar("_N", int, float)
_MOST_SECONDS = 1e6  # of a recording: what ends later ends with it
_MOST_RATE = 240.0  # frames per second; beyond it lies a slip of the keyboard
_MOST_FACTOR = 100.0  # of strengths and guidance; far beyond what anyone can look at


def add_output(parser: argparse.ArgumentParser, metavar: str, help_: str) -> None:
    parser.add_argument("-o", "--output", type=Path, required=True, metavar=metavar, help=help_)


def add_transcript(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--transcript",
        metavar="TEXT|@FILE",
        help="what is said, as text, or after an @ a text file, a TextGrid or the JSON of align; "
        "without it the sound alone drives the face, in any language",
    )


def add_sampling(parser: argparse.ArgumentParser) -> None:
    """Seed, steps, guidance, weights, rig, device and components."""
    group = parser.add_argument_group("generation")
    group.add_argument("--seed", type=whole, default=_DEFAULTS.seed, help="same seed, same take")
    group.add_argument(
        "--steps", type=_steps, default=_DEFAULTS.n_steps, help="denoising steps (%(default)s)"
    )
    group.add_argument(
        "--guidance",
        type=factor,
        default=_DEFAULTS.guidance,
        help="how strongly the speech drives the face (%(default)s)",
    )
    group.add_argument(
        "--components",
        type=components,
        default=COMPONENTS,
        metavar="LIST",
        help="which to generate, separated by commas (lips,expression,pose); the others hold still",
    )
    add_engine(parser)


def add_engine(parser: argparse.ArgumentParser) -> None:
    """Rig, weights and device."""
    group = parser.add_argument_group("engine")
    group.add_argument("--rig", choices=sorted(RIGS), default="studio", help="%(default)s")
    group.add_argument(
        "--weights",
        type=Path,
        default=DEFAULT_WEIGHTS,
        metavar="FOLDER",
        help="folder with lips, expression and pose .safetensors; those that ship by default",
    )
    group.add_argument(
        "--text-weights",
        type=Path,
        metavar="FILE",
        help="of a CLIP network that reads the transcript, for weights trained with one",
    )
    group.add_argument(
        "--device", default="auto", help="auto, cpu, cuda or cuda:N (%(default)s)", type=_device
    )


def add_strengths(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("strengths, 1 as generated, 0 still")
    for name in _STRENGTHS:
        group.add_argument(f"--{name}", type=factor, metavar="FACTOR")


def add_fps(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--fps", type=rate, metavar="RATE", help="frames per second of the output; 25 as generated"
    )


def to_settings(args: argparse.Namespace) -> Settings:
    return Settings(seed=args.seed, guidance=args.guidance, n_steps=args.steps)


def to_strength(args: argparse.Namespace, before: Strength) -> Strength:
    """The strengths that are asked for; the others stay as they were."""
    given = {name: getattr(args, name, None) for name in _STRENGTHS}
    asked = {name: factor for name, factor in given.items() if factor is not None}
    return replace(before, **asked)


def to_text(transcript: str | None) -> str | None:
    """The text of a ``--transcript`` option.

    Raises:
        TranscriptError: if it is empty, or its file cannot be read as text.
    """
    if transcript is None:
        return None
    if not transcript.startswith("@"):
        return _with_words(transcript, "The transcript")
    path = Path(transcript[1:])
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise TranscriptError(f"{path} does not exist; check the name.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise TranscriptError(f"{path} is not a text file; save it as UTF-8 text.") from error
    return _with_words(text, str(path))


def _with_words(text: str, name: str) -> str:
    if not text.strip():
        raise TranscriptError(f"{name} is empty; type what is said, or leave the transcript out.")
    return text


def components(text: str) -> tuple[str, ...]:
    """``lips,pose`` -> names, for argparse."""
    names = tuple(dict.fromkeys(part.strip() for part in text.split(",")))
    if unknown := [name for name in names if name not in COMPONENTS]:
        raise argparse.ArgumentTypeError(f"{unknown[0]!r} is not one of {', '.join(COMPONENTS)}")
    return names


def segment(text: str) -> Segment:
    """``1.5:3`` -> a segment in seconds, for argparse."""
    start, _, end = text.partition(":")
    try:
        return Segment(float(start), min(float(end), _MOST_SECONDS))
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not START:END in seconds, such as 1.5:3"
        ) from error


def whole(text: str) -> int:
    """``0``, ``1``, …, for argparse."""
    return _number(text, int, 0, MOST_SEED)


def positive(text: str) -> int:
    """``1``, ``2``, …, for argparse."""
    return _number(text, int, 1, sys.maxsize)


def factor(text: str) -> float:
    """A factor from 0 on, for argparse."""
    return _number(text, float, 0.0, _MOST_FACTOR)


def rate(text: str) -> float:
    """Frames per second, for argparse."""
    return _number(text, float, 1.0, _MOST_RATE)


def seconds(text: str) -> float:
    """A time from 0 on, for argparse."""
    return _number(text, float, 0.0, _MOST_SECONDS)


def _steps(text: str) -> int:
    return _number(text, int, 1, MOST_STEPS)


def _number(text: str, kind: type[_N], least: _N, most: _N) -> _N:
    try:
        value = kind(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from error
    if not least <= value <= most:
        raise argparse.ArgumentTypeError(f"{text} is not between {least:g} and {most:g}")
    return value


def _device(text: str) -> str:
    kind, _, index = text.partition(":")
    if kind not in {"auto", "cpu", "cuda", "mps"} or (
        index and not (kind == "cuda" and index.isdigit())
    ):
        raise argparse.ArgumentTypeError(f"{text!r} is not auto, cpu, cuda, cuda:N or mps")
    return text
