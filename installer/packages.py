"""Installing the locked Python packages with pip."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path

from installer.messages import SetupError, say

BASE, CPU, CUDA = "lock-base.txt", "lock-cpu.txt", "lock-cuda.txt"

INSTALL = (
    *("-m", "pip", "install", "--disable-pip-version-check", "--no-input"),
    *("--no-deps", "--no-compile", "--progress-bar", "off"),
)
"""No dependencies: the lock has them all, and more is declared than is needed. No compilation:
most of what is installed is never imported, and Python compiles the rest as it goes."""

REASONS = (
    (r"No space left|Errno 28|disk quota", "the disk is full; free some space and try again"),
    (
        r"Failed to establish|name resolution|NewConnectionError|Max retries|Read timed out"
        r"|ProxyError|SSLError|Connection (refused|reset|aborted|broken)|Network is unreachable",
        "the package registry cannot be reached; check the network and try again, "
        "what was downloaded is kept",
    ),
    (
        r"DO NOT MATCH THE HASHES",
        "a downloaded package is not the one that was locked; clear pip's cache and try again",
    ),
    (r"Permission denied|Errno 13", "the folder .venv cannot be written; delete it and try again"),
    (r"No module named pip", "the folder .venv is broken; delete it and try again"),
)


class NotInRegistryError(SetupError):
    """No registry that pip knows has a package that is wanted."""


def lock_files(root: Path) -> list[Path]:
    """All lock files of the repository ``root``."""
    return [root / "installer" / name for name in (BASE, CPU, CUDA)]


def failure(label: str, log: str) -> SetupError:
    """What went wrong while doing ``label``, from what pip said."""
    for pattern, sentence in REASONS:
        if re.search(pattern, log, re.IGNORECASE):
            return SetupError(f"{label} failed: {sentence}.")
    errors = re.findall(r"^error: *(.+)", log, re.IGNORECASE | re.MULTILINE)
    last = errors[-1] if errors else "pip gave no reason"
    kind = NotInRegistryError if "No matching distribution" in last else SetupError
    return kind(f"{label} failed: {last}; see .venv/install.log.")


def _environment(temporary: str) -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    # /tmp is often a small disk in memory; a --user default of the user's would miss .venv
    return {**environment, "TMPDIR": temporary, "TEMP": temporary, "PIP_USER": "0"}


def _pip(python: Path, words: Sequence[str]) -> Generator[str, None, None]:
    """Run pip, giving its output line by line; raises ``CalledProcessError`` if it fails."""
    command = [str(python), *INSTALL, *words]
    with tempfile.TemporaryDirectory(dir=python.parents[1], prefix="tmp-") as temporary:
        process = subprocess.Popen(
            command,
            env=_environment(temporary),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        with process:
            try:
                yield from process.stdout or ()
            except BaseException:  # whoever reads has stopped: Ctrl-C
                process.terminate()
                raise
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)


def _show(text: str) -> None:
    """Write a line that changes, where there is somebody to see it."""
    if sys.stderr.isatty():
        print(text, end="", file=sys.stderr, flush=True)


def pip_install(python: Path, label: str, words: Sequence[str]) -> None:
    """Run pip, showing how far it is.

    Raises:
        SetupError: with the reason.
    """
    log: list[str] = []
    done = 0
    try:
        with closing(_pip(python, words)) as lines:
            for line in lines:
                log.append(line)
                if line.startswith(("Collecting ", "Requirement already satisfied")):
                    done += 1
                    _show(f"\r{label}: {done} packages")
    except subprocess.CalledProcessError as error:
        text = "".join(log)
        (python.parents[1] / "install.log").write_text(text, encoding="utf-8")
        raise failure(label, text) from error
    finally:
        if done:
            _show("\n")


def _torch(root: Path, python: Path, build: str) -> None:
    """Install torch: its CUDA build with CUDA, or the one without.

    The build without CUDA for Linux is not in the registry that pip asks by default, but in one
    that the user's pip may know. The CUDA build works without a GPU too, at several times the size.
    """
    cpu, cuda = (root / "installer" / name for name in (CPU, CUDA))
    if build == "cpu":
        try:
            pip_install(python, "Installing torch", ["-r", str(cpu)])
        except NotInRegistryError:
            say(
                "No registry that pip knows has torch without CUDA: the one with CUDA is installed,"
                " which is several GB larger; set pip's extra-index-url to avoid that."
            )
        else:
            return
    pip_install(python, "Installing torch with CUDA", ["-r", str(cuda)])


def install(root: Path, python: Path, build: str) -> None:
    """Bring the virtual environment of ``python`` to what the locks say; the application too.

    Raises:
        SetupError: in one sentence.
    """
    say("Setting up .venv, which takes a few minutes the first time.")
    for forgotten in python.parents[1].glob("tmp-*"):  # by a pip that was killed
        shutil.rmtree(forgotten, ignore_errors=True)
    _torch(root, python, build)
    base = root / "installer" / BASE
    pip_install(python, "Installing packages", ["--only-binary", ":all:", "-r", str(base)])
    pip_install(
        python,
        "Installing Dimitra Studio",
        ["--no-build-isolation", "--no-index", "--editable", str(root)],
    )
