"""Write the lock files anew from pyproject.toml: ``python -m installer.make_locks [--upgrade]``.

Needs ``uv`` on the path. Versions that are already locked stay, unless ``--upgrade`` is given.
Files come out apart, because the build of torch depends on the machine and Blender has its own
environment:

lock-base.txt     everything but torch and CUDA, with the hashes of all wheels
lock-cuda.txt     torch with CUDA and the libraries it links, with hashes
lock-cpu.txt      torch without CUDA; no hashes, for its builds do not come from one registry
lock-blender.txt  Blender as a Python module with what it needs here, with hashes
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BASE = ROOT / "installer" / "lock-base.txt"
CPU = ROOT / "installer" / "lock-cpu.txt"
CUDA = ROOT / "installer" / "lock-cuda.txt"
BLENDER = ROOT / "installer" / "lock-blender.txt"
HEADERS = {
    BASE: "# Everything but torch. Written by installer/make_locks.py; installed with --no-deps.\n",
    CPU: "# torch without CUDA. Written by installer/make_locks.py; installed with --no-deps.\n",
    CUDA: "# torch with CUDA. Written by installer/make_locks.py; installed with --no-deps.\n",
    BLENDER: "# Blender. Written by installer/make_locks.py; installed with --no-deps.\n",
}
OF_CUDA = re.compile(r"(torch|triton|cuda|nvidia)(-\S+)?==")
"""Begins a block of the lock that belongs to torch; torchaudio and torchvision do not match."""

CONDITION = re.compile(r" ; (.+?)(?= \\$)", re.MULTILINE)
RANGE = "python_full_version < '3.13'"
PLATFORMS = ("linux", "darwin", "win32")

COMMAND = (
    *("uv", "pip", "compile"),
    *("--universal", "--python-version", "3.11", "--generate-hashes", "--only-binary", ":all:"),
    *("--no-emit-index-url", "--no-annotate", "--no-header", "--quiet"),
)
APPLICATION = ("pyproject.toml", "--extra", "dev", "--group", "locked")
OF_BLENDER = "bpy==4.5.15\nnumpy>=1.26,<2\n"
"""The long-term version that the tests were written with; importing, animating and exporting a
character was seen to need no more than numpy of what it declares."""


def resolve(preferred: str, options: Sequence[str], given: str = "") -> str:
    """Let uv pin everything, keeping the versions of ``preferred`` where it can.

    Args:
        preferred: a lock.
        options: of uv: what to pin, and how.
        given: requirements, where ``options`` names ``-`` for a file.
    """
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "lock.txt"
        output.write_text(preferred, encoding="utf-8")
        words = [*COMMAND, *options, "--output-file", str(output)]
        subprocess.run(words, cwd=ROOT, check=True, input=given, text=True)
        return output.read_text(encoding="utf-8")


def shorten(condition: re.Match[str]) -> str:
    """Drop from a condition what bootstrap.py has already made sure of.

    uv spells out every platform it resolved for, and the range of Pythons with each; a line that
    names all platforms is for everybody.
    """
    pythons = set(re.findall(r"python_full_version (?:>=|<|==) '[\d.*]+'", condition[1])) - {RANGE}
    named = [f"sys_platform == '{name}'" for name in PLATFORMS if f"'{name}'" in condition[1]]
    platforms = [] if len(named) == len(PLATFORMS) else [" or ".join(named)]
    rest = " and ".join([*sorted(pythons), *platforms])
    return f" ; {rest}" if rest else ""


def split(lock: str) -> dict[Path, str]:
    """Divide the resolution into the three files."""
    blocks = re.split(r"^(?=\S)", CONDITION.sub(shorten, lock), flags=re.MULTILINE)
    of_cuda = [block for block in blocks if OF_CUDA.match(block)]
    base = [block for block in blocks if block not in of_cuda]
    torch = next(block for block in of_cuda if block.startswith("torch=="))
    version = re.match(r"torch==(\S+)", torch)
    if version is None:
        raise ValueError("the resolution holds no torch")
    # === keeps pip from taking a local build such as +cpu for the same version
    of_cuda[of_cuda.index(torch)] = torch.replace("torch==", "torch===", 1)
    cpu = (
        f"torch=={version[1]}+cpu ; sys_platform == 'linux'\n"
        f"torch=={version[1]} ; sys_platform != 'linux'\n"
    )
    return {BASE: "".join(base), CPU: cpu, CUDA: "".join(of_cuda)}


def main() -> None:
    """Resolve and write."""
    known = [path.read_text(encoding="utf-8") for path in (BASE, CUDA) if path.exists()]
    lock = resolve("".join(known).replace("===", "=="), [*APPLICATION, *sys.argv[1:]])
    files = split(lock)
    blender = BLENDER.read_text(encoding="utf-8") if BLENDER.exists() else ""
    lock = resolve(blender, ["-", "--no-deps", *sys.argv[1:]], OF_BLENDER)
    files[BLENDER] = CONDITION.sub(shorten, lock)
    for path, text in files.items():
        path.write_text(HEADERS[path] + text, encoding="utf-8")


if __name__ == "__main__":
    main()
