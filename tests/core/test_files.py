import os
from pathlib import Path

import pytest

from dimitra_studio.core.errors import ExportError
from dimitra_studio.core.files import check_writable, replacing

needs_permissions = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may write anywhere"
)


def test_file_appears_complete(tmp_path: Path) -> None:
    with replacing(tmp_path / "out.txt") as partial:
        partial.write_text("new")
        assert not (tmp_path / "out.txt").exists()
    assert (tmp_path / "out.txt").read_text() == "new"


@pytest.mark.parametrize("end", [RuntimeError, KeyboardInterrupt])
def test_failure_keeps_the_old_file_alone(tmp_path: Path, end: type[BaseException]) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")

    def write_half() -> None:
        with replacing(target) as partial:
            partial.write_text("half")
            raise end

    with pytest.raises(end):
        write_half()
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


def test_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="missing does not exist; create it"):
        check_writable(tmp_path / "missing" / "out.txt")


def test_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is a folder"):
        check_writable(tmp_path)


def test_name_that_is_too_long_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="the name is too long; choose a shorter one"):
        check_writable(tmp_path / ("a" * 300))


def test_longest_name_is_written(tmp_path: Path) -> None:
    target = tmp_path / ("a" * 251 + ".txt")
    with replacing(target) as partial:
        partial.write_text("new")
    assert target.read_text() == "new"


@needs_permissions
def test_read_only_folder_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ExportError, match="the folder cannot be written"):
        check_writable(tmp_path / "out.txt")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_full_disk_is_one_sentence(tmp_path: Path) -> None:
    with (
        pytest.raises(ExportError, match="the disk is full"),
        replacing(tmp_path / "out.txt"),
        Path("/dev/full").open("wb", buffering=0) as device,
    ):
        device.write(b"more than there is")
    assert list(tmp_path.iterdir()) == []
