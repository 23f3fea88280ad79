"""The command line as a user meets it: words in, exit code and text out."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from dimitra_studio.cli.main import main
from tests.cli import materials

GENERATING = ("demo", "generate", "render")
STAGES = frozenset(
    [
        "Aligning the transcript",
        "Checking the installation",
        "Fitting the rig",
        "Following the face",
        "Generating motion",
        "Looking at the portrait",
        "Writing the video",
    ]
)


@dataclass(frozen=True)
class Outcome:
    """What a command left behind.

    Args:
        code: its exit code.
        out: its standard output.
        err: the lines of its standard error.
    """

    code: int
    out: str
    err: tuple[str, ...]

    @property
    def notes(self) -> list[str]:
        return [line.removeprefix("Note: ") for line in self.err if line.startswith("Note: ")]

    @property
    def refusal(self) -> str:
        """The one sentence after which nothing more is said."""
        *before, sentence = self.err
        assert not [line for line in before if line not in STAGES and not line.startswith("Note: ")]
        assert self.code == 1
        assert self.out == ""
        assert sentence.startswith("dimitra-studio: ")
        assert sentence.endswith(".")
        assert "Something went wrong inside" not in sentence
        assert not re.search(r"[.!?] [A-Z]", sentence)
        return sentence.removeprefix("dimitra-studio: ")


Run = Callable[[str], Outcome]
"""Takes a command line without the program's name."""


def with_quick_options(line: str, weights: Path) -> list[str]:
    """Let whatever generates do so with small networks in one step, if the line says no other."""
    words = shlex.split(line)
    if words[0] in GENERATING:
        chosen = {"--steps": "1", "--device": "cpu", "--weights": str(weights)}
        for name, value in chosen.items():
            words += [] if name in words else [name, value]
    return words


def start(words: list[str], *, before: str = "pass") -> subprocess.Popen[str]:
    """Run a command in a process of its own.

    Args:
        words: of the command line, without the program's name.
        before: statements that are run first.
    """
    code = f"import sys; {before}; from dimitra_studio.cli.main import main; sys.exit(main())"
    paths = [str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    return subprocess.Popen(
        [sys.executable, "-c", code, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )


def finish(process: subprocess.Popen[str]) -> Outcome:
    """Wait for a command that ``start`` started."""
    out, err = process.communicate(timeout=120)
    return Outcome(process.returncode, out, tuple(err.splitlines()))


@pytest.fixture
def run(small_weights: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run_line(line: str) -> Outcome:
        capsys.readouterr()
        code = main(with_quick_options(line, small_weights))
        said = capsys.readouterr()
        return Outcome(code, said.out, tuple(said.err.splitlines()))

    return run_line


@pytest.fixture(scope="session")
def common(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a portrait, 0.4 seconds of speech, and a word of it."""
    folder = tmp_path_factory.mktemp("common")
    materials.portrait().save(folder / "face.png")
    materials.write_sound(folder / "speech.wav", materials.spoken(0.4))
    (folder / "words.txt").write_text("Hello!", encoding="utf-8")
    return folder


@pytest.fixture
def folder(common: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder of a test, with ``face.png``, ``speech.wav`` and ``words.txt`` in it."""
    for path in common.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path
