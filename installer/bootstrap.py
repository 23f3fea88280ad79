"""Set up and start Dimitra Studio: ``python3 installer/bootstrap.py demo|test|run|shell ...``.

Needs nothing but Python. What follows the job's name is passed on to it, and its exit code is ours.
"""

from __future__ import annotations  # an old Python must get as far as the sentence below

import os
import platform
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTHONS = ((3, 11), (3, 12))
PLATFORMS = (("Linux", "x86_64"), ("Darwin", "arm64"), ("Windows", "AMD64"))
USAGE = """usage: python3 installer/bootstrap.py demo|test|run|shell [arguments of the job]

  demo   make a talking portrait from the sample recording: dimitra-studio demo
  test   run the tests: pytest
  run    the application or one of its commands: dimitra-studio
  shell  a shell in which dimitra-studio and python are those of the set-up
"""


WORKERS = str(min(4, os.cpu_count() or 1))
STAGES = (
    ["-n", WORKERS, "--dist", "loadfile", "-m", "not alone", "--benchmark-disable"],
    ["-m", "alone"],
)
"""All tests: those that bear company, some at a time, then those that measure what the machine does
by the clock. Tests that are named by the user run one after the other."""


def refusal(version: tuple[int, int], machine: tuple[str, str]) -> str | None:
    """Why Dimitra Studio cannot be set up here, in one sentence; ``None`` if it can."""
    if version not in PYTHONS:
        return (
            "Dimitra Studio needs Python 3.11 or 3.12, and this is Python {}.{}; "
            "install one of them and run this file with it.".format(*version)
        )
    if machine not in PLATFORMS:
        return (
            "Dimitra Studio runs on 64-bit Intel and AMD machines with Linux or Windows and on "
            "Apple silicon, and this is {} on {}; MediaPipe has no package for it.".format(*machine)
        )
    return None


def command(job: str, arguments: list[str], python: Path) -> list[str]:
    """What ``job`` runs."""
    if job == "shell":
        default = os.environ.get("COMSPEC", "cmd.exe") if os.name == "nt" else "/bin/sh"
        return [os.environ.get("SHELL", default), *arguments]
    if job == "test":
        return [str(python), "-m", "pytest", *arguments]
    # -P keeps files of the working folder from being taken for modules
    app = [str(python), "-P", "-m", "dimitra_studio"]
    return [*app, "demo", *arguments] if job == "demo" else [*app, *arguments]


def inside(python: Path) -> dict[str, str]:
    """The variables of a process inside the virtual environment."""
    environment = {
        **os.environ,
        "VIRTUAL_ENV": str(python.parents[1]),
        "PATH": f"{python.parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
    }
    for name in ("PYTHONHOME", "PYTHONPATH"):  # would bring in modules of another Python
        environment.pop(name, None)
    return environment


def run_all_tests(python: Path) -> int:
    """Run every stage and return the exit code of the first that fails."""
    codes = []
    for arguments in STAGES:
        words = command("test", arguments, python)
        try:
            codes.append(subprocess.run(words, env=inside(python), check=False).returncode)
        except KeyboardInterrupt:  # pytest has heard it too, and said what it had found
            return 130
    return next(filter(None, codes), 0)


def start(words: list[str], python: Path) -> int:
    """Run a command inside the virtual environment and return its exit code."""
    environment = inside(python)
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":  # signals and the exit code are then the job's own
        os.execvpe(words[0], words, environment)
    return subprocess.run(words, env=environment, check=False).returncode


def main(arguments: list[str]) -> int:
    """Set up what is missing, then do the job."""
    job, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if job in ("-h", "--help"):
        print(USAGE)
        return 0
    if job not in ("demo", "test", "run", "shell"):
        print(USAGE, file=sys.stderr)
        return 2
    if reason := refusal(sys.version_info[:2], (platform.system(), platform.machine())):
        print(reason, file=sys.stderr)
        return 1
    sys.path.insert(0, str(ROOT))  # run as a script, it finds only its own folder
    from installer import (
        blender_environment,
        gltf_validator,
        system_packages,
        virtual_environment,
    )
    from installer.messages import SetupError

    try:
        system_packages.provide_venv()
        python = virtual_environment.provide(ROOT)
        system_packages.provide_libraries(ROOT / ".venv")
        if job == "test":
            blender_environment.provide(ROOT)
            gltf_validator.provide(ROOT)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Interrupted; the same command goes on from here.", file=sys.stderr)
        return 130
    if job == "test":
        os.chdir(ROOT)
    whole = job == "test" and not rest
    return run_all_tests(python) if whole else start(command(job, rest, python), python)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
