"""Imports that leave other threads their turn, each tried in a fresh Python."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(code: str) -> None:
    """Let another Python do it, which has imported nothing yet."""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux what is in memory")
def test_libraries_of_torch_come_before_its_import() -> None:
    run(
        "import sys\n"
        "from pathlib import Path\n"
        "from dimitra_studio.pipeline.preload import preload_torch\n"
        "preload_torch()\n"
        "assert 'torch' not in sys.modules\n"
        "maps = Path('/proc/self/maps').read_text()\n"
        "assert 'libtorch_cpu.so' in maps and 'libtorch_python.so' in maps\n"
        "import torch\n"
        "assert torch.ones(2, 3).sum().item() == 6\n"
    )


def test_objects_of_an_import_are_set_aside() -> None:
    run(
        "import gc, sys\n"
        "from dimitra_studio.pipeline.preload import import_engine, import_mediapipe\n"
        "import_engine()\n"
        "import_mediapipe()\n"
        "assert {'torch', 'dimitra_studio.pipeline.engine', 'mediapipe'} <= sys.modules.keys()\n"
        "assert gc.get_freeze_count() > 200_000 > 10 * len(gc.get_objects())\n"
        "assert gc.isenabled() and not gc.callbacks\n"
        "before = gc.get_freeze_count()\n"
        "import_engine()\n"
        "import_mediapipe()\n"
        "assert gc.get_freeze_count() == before\n"
    )


def test_libraries_that_are_missing_or_broken_are_left_to_the_import(tmp_path: Path) -> None:
    library = tmp_path / "torch" / "lib" / "libc10.so"
    library.parent.mkdir(parents=True)
    library.write_bytes(b"no library")
    (tmp_path / "torch" / "__init__.py").write_text("")
    run(
        "import sys\n"
        f"sys.path.insert(0, {str(tmp_path)!r})\n"
        "from dimitra_studio.pipeline.preload import preload_torch\n"
        "preload_torch()\n"
        "assert 'torch' not in sys.modules\n"
        f"sys.path[:] = [{str(ROOT)!r}]\n"
        "sys.path_importer_cache.clear()\n"
        "preload_torch()\n"
    )
