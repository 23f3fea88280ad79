"""The whole way, in a small repository of its own whose packages lie beside it: no network."""

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from installer.bootstrap import STAGES, command, refusal

SCRIPTS = Path(__file__).parents[2] / "installer"
BACKEND = """
import zipfile
from pathlib import Path

METADATA = "Metadata-Version: 2.1\\nName: dimitra-studio\\nVersion: 0.1\\n"
WHEEL = "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"

def build_editable(folder, config_settings=None, metadata_directory=None):
    name, info = "dimitra_studio-0.1-py3-none-any.whl", "dimitra_studio-0.1.dist-info"
    with zipfile.ZipFile(Path(folder) / name, "w") as wheel:
        wheel.writestr("app.pth", str(Path(__file__).parent))
        wheel.writestr(f"{info}/METADATA", METADATA)
        wheel.writestr(f"{info}/WHEEL", WHEEL)
        wheel.writestr(f"{info}/RECORD", "")
    return name
"""
APP = "import sys, torch; print(sys.prefix, torch.BUILD); sys.exit(int(sys.argv[1]))"


def make_wheel(folder: Path, name: str, version: str, module: str) -> str:
    """Write a wheel of one module and return its hash."""
    path = folder / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(f"{name}.py", module)
        wheel.writestr(
            f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        )
        wheel.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{info}/RECORD", "")
    return hashlib.sha256(path.read_bytes()).hexdigest()


class Repository:
    """A checkout in small, and the means to start its set-up."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.wheels = root.parent / "wheels"
        self.site = root / ".venv" / "lib" / f"python3.{sys.version_info[1]}" / "site-packages"
        self.wheels.mkdir()
        shutil.copytree(SCRIPTS, root / "installer", ignore=shutil.ignore_patterns("lock-*", "_*"))
        (root / "dimitra_studio").mkdir()
        (root / "dimitra_studio" / "__main__.py").write_text(APP)
        (root / "backend.py").write_text(BACKEND)
        (root / "pyproject.toml").write_text(
            '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
            '[project]\nname = "dimitra-studio"\nversion = "0.1"\n'
        )
        make_wheel(self.wheels, "torch", "1.0+cpu", "BUILD = 'cpu'")
        self.base = f"tool==2.0 --hash=sha256:{make_wheel(self.wheels, 'tool', '2.0', '')}\n"
        self.lock("lock-cpu.txt", "torch==1.0+cpu\n")
        self.lock("lock-cuda.txt", "torch===1.0\n")
        self.lock("lock-base.txt", self.base)

    def lock(self, name: str, text: str) -> None:
        (self.root / "installer" / name).write_text(text)

    def bootstrap(self, *words: str) -> subprocess.CompletedProcess[str]:
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("PIP_")},
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
            "PIP_NO_CACHE_DIR": "1",
            "PATH": "",  # no apt-get: a test installs nothing on the machine
        }
        command = [sys.executable, "installer/bootstrap.py", *words]
        return subprocess.run(
            command, cwd=self.root, env=environment, capture_output=True, text=True, check=False
        )


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Set up once, over a ``.venv`` that somebody else left."""
    root = tmp_path_factory.mktemp("set-up") / "a repository"
    root.mkdir()
    (root / ".venv").mkdir()
    (root / ".venv" / "strange").touch()
    made = Repository(root)
    done = made.bootstrap("run", "0")
    assert done.returncode == 0, done.stderr
    assert "made anew" in done.stderr
    return made


def test_a_strange_folder_gives_way(repository: Repository) -> None:
    assert not (repository.root / ".venv" / "strange").exists()
    assert (repository.site / "tool.py").is_file()


def test_the_exit_code_and_the_output_are_those_of_the_job(repository: Repository) -> None:
    done = repository.bootstrap("run", "7")
    assert done.returncode == 7
    assert done.stdout.split("\n")[0] == f"{repository.root / '.venv'} cpu"
    assert done.stderr == ""


def test_the_second_start_changes_nothing(repository: Repository) -> None:
    stamp = repository.root / ".venv" / "dimitra-studio.json"
    before = stamp.stat().st_mtime_ns
    repository.bootstrap("run", "0")
    assert stamp.stat().st_mtime_ns == before


def test_half_an_installation_is_completed(repository: Repository) -> None:
    (repository.root / ".venv" / "tmp-of-a-killed-pip").mkdir()
    (repository.site / "torch.py").unlink()
    (repository.site / "torch-1.0+cpu.dist-info" / "RECORD").unlink()
    assert repository.bootstrap("run", "0").returncode == 0
    assert (repository.site / "torch.py").is_file()
    assert list((repository.root / ".venv").glob("tmp-*")) == []


def test_an_interrupted_installation_goes_on(repository: Repository) -> None:
    stamp = repository.root / ".venv" / "dimitra-studio.json"
    stamp.write_text(json.dumps({**json.loads(stamp.read_text()), "distributions": []}))
    assert repository.bootstrap("run", "0").returncode == 0
    assert json.loads(stamp.read_text())["distributions"]


def test_a_new_lock_is_installed_and_a_missing_package_named(repository: Repository) -> None:
    digest = make_wheel(repository.wheels, "more", "3.0", "")
    repository.lock("lock-base.txt", f"{repository.base}more==3.0 --hash=sha256:{digest}\n")
    assert repository.bootstrap("run", "0").returncode == 0
    assert (repository.site / "more.py").is_file()

    repository.lock("lock-base.txt", f"absent==1.0 --hash=sha256:{digest}\n")
    done = repository.bootstrap("run", "0")
    assert done.returncode == 1
    assert "No matching distribution found for absent==1.0" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr

    repository.lock("lock-base.txt", repository.base)
    assert repository.bootstrap("run", "0").returncode == 0


def test_a_changed_package_is_refused(repository: Repository) -> None:
    digest = base64.b16encode(bytes(32)).decode().lower()
    repository.lock("lock-base.txt", f"more==3.0 --hash=sha256:{digest}\n")
    shutil.rmtree(repository.site / "more-3.0.dist-info")
    done = repository.bootstrap("run", "0")
    repository.lock("lock-base.txt", repository.base)
    assert done.returncode == 1
    assert "not the one that was locked" in done.stderr


def test_without_a_cpu_build_the_other_torch_is_installed(repository: Repository) -> None:
    make_wheel(repository.wheels, "torch", "1.0", "BUILD = 'cuda'")
    repository.lock("lock-cpu.txt", "torch==2.0+cpu\n")
    repository.lock("lock-cuda.txt", "torch===1.0\n")
    done = repository.bootstrap("run", "0")
    assert "without CUDA" in done.stderr
    assert done.stdout.split()[-1] == "cuda"


def test_a_job_must_be_named() -> None:
    done = subprocess.run(
        [sys.executable, SCRIPTS / "bootstrap.py"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.startswith("usage:")


@pytest.mark.parametrize("version", [(3, 10), (3, 13)])
def test_another_python_is_refused_in_a_sentence(version: tuple[int, int]) -> None:
    reason = refusal(version, ("Linux", "x86_64"))
    assert reason is not None
    assert f"this is Python 3.{version[1]}" in reason


def test_a_machine_without_packages_is_refused() -> None:
    assert refusal((3, 11), ("Linux", "aarch64")) is not None
    assert refusal((3, 11), ("Darwin", "arm64")) is None
    assert refusal((3, 12), ("Windows", "AMD64")) is None


def test_arguments_are_passed_on() -> None:
    python = Path("python")
    assert command("test", ["-k", "rig"], python)[1:] == ["-m", "pytest", "-k", "rig"]
    assert command("demo", ["-o", "out"], python)[-3:] == ["demo", "-o", "out"]
    assert command("run", ["doctor"], python)[-2:] == ["dimitra_studio", "doctor"]


def test_every_test_is_in_one_stage() -> None:
    chosen = [stage[stage.index("-m") + 1] for stage in STAGES]
    assert chosen == ["not alone", "alone"]
