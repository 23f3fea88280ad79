"""What is in the repository, and what must not get into it."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOP = {
    *("dimitra_studio", "resources", "models", "tests", "installer", "docs", ".ci"),
    *("pyproject.toml", "README.md", "LICENSE", "NOTICE", "CHANGELOG.md"),
    *(".gitignore", ".pre-commit-config.yaml"),
}
MAX_LINES = 300
MAX_MEGABYTES = 12.0
PICKLES = {".pkl", ".pickle", ".pt", ".pth", ".ckpt", ".bin", ".joblib"}
TEXTS = {".py", ".md", ".toml", ".txt", ".yaml", ".yml", ".json", ".csv", ".cfg", ""}
MACHINE_PATH = re.compile(r"(?<![\w.~/<>*-])/(?:home|Users|work|opt|root|mnt)/\w|\b[A-Z]:\\\\\w")
REGISTRY = re.compile(
    r"pypi\.(?:org|python\.org)|pythonhosted\.org|download\.pytorch\.org|--(?:extra-)?index-url|"
    r"registry\.npmjs\.org|anaconda\.org"
)
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")


def tracked() -> list[Path]:
    """Every file of the repository, those not yet committed too."""
    listing = ["git", "ls-files", "-co", "--exclude-standard", "-z"]
    done = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def texts() -> dict[Path, str]:
    """The text files among them but this one, which names what it forbids."""
    paths = [path for path in tracked() if path.suffix in TEXTS and path != Path(__file__)]
    return {path: path.read_text(encoding="utf-8") for path in paths}


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path, text in texts().items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_the_top_level_holds_only_what_belongs_there() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in tracked()} == TOP


def test_files_can_be_read_at_once() -> None:
    code = [
        path
        for path in tracked()
        if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in ("dimitra_studio", "tests")
    ]
    long = [
        str(path.relative_to(ROOT))
        for path in code
        if len(path.read_text(encoding="utf-8").splitlines()) > MAX_LINES
    ]
    assert code
    assert long == []


def test_no_file_is_too_large_for_a_history_that_is_kept_for_ever() -> None:
    sizes = {path: path.stat().st_size / 1e6 for path in tracked()}
    assert [str(path) for path, size in sizes.items() if size > MAX_MEGABYTES] == []


def test_nothing_unpickles() -> None:
    assert [str(path) for path in tracked() if path.suffix in PICKLES] == []


@pytest.mark.parametrize(
    "pattern", [MACHINE_PATH, REGISTRY, UNFINISHED], ids=["path", "host", "todo"]
)
def test_texts_are_free_of(pattern: re.Pattern[str]) -> None:
    assert lines_with(pattern) == []


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (MACHINE_PATH, 'ROOT = Path("/home/ada/dimitra")'),
        (MACHINE_PATH, "see C:\\\\Users for it"),
        (REGISTRY, "--extra-index-url https://download.pytorch.org/whl/cpu"),
        (UNFINISHED, "# TODO: faster"),
    ],
)
def test_guards_see_a_breach(pattern: re.Pattern[str], line: str) -> None:
    assert pattern.search(line)


@pytest.mark.parametrize("name", ["lock-base.txt", "lock-cpu.txt", "lock-cuda.txt"])
def test_locks_hold_names_versions_and_hashes_only(name: str) -> None:
    pin = r"[a-z0-9-]+={2,3}[0-9][0-9a-z.]*(\+cpu)?( ; [a-z_]+ (==|!=|<) '[\w.*]+')?( \\)?"
    line = re.compile(rf"#.*|{pin}|    --hash=sha256:[0-9a-f]{{64}}( \\)?")
    lines = (ROOT / "installer" / name).read_text(encoding="utf-8").splitlines()
    assert [text for text in lines if not line.fullmatch(text)] == []
