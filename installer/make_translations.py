"""Collect the texts of the window for translators: ``python -m installer.make_translations``.

With codes of languages behind it, such as ``de nl``, it begins those too. Needs the ``lupdate``
and ``lrelease`` that come with PySide6. What is translated already stays; texts that are no longer
in the program go. Neither paths nor line numbers are written, so that the files change only when
a text does.
"""

import ast
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from dimitra_studio.export import EXPORTERS
from dimitra_studio.gui.command_table import COMMANDS
from dimitra_studio.gui.commands import CONTEXT
from dimitra_studio.gui.translations import FOLDER, FORMATS, PREFIX, STAGES
from dimitra_studio.pipeline.hand_over import PRESETS

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "dimitra_studio"
ALIASES = "translate+=_tr,translate+=say"
"""Names that modules give ``QCoreApplication.translate``."""

SILENT = ("cli", "evaluation", "training")
"""Packages whose stages no window shows."""


class ToolError(Exception):
    """A tool of Qt is missing or refuses; said to the one who ran this."""


def tool(name: str) -> Path:
    """A tool of PySide6, beside the Python that runs.

    Raises:
        ToolError: if it is not there.
    """
    found = shutil.which(f"pyside6-{name}", path=str(Path(sys.executable).parent))
    if found is None:
        raise ToolError(f"pyside6-{name} is missing; install PySide6 into this environment.")
    return Path(found)


def sources() -> list[Path]:
    """The modules that speak to the user."""
    return sorted((PACKAGE / "gui").rglob("*.py"))


def table_texts() -> dict[str, list[str]]:
    """Texts that are kept as plain English and translated where they are shown, by context."""
    commands = [text for row in COMMANDS for text in (row.text, row.category, row.help)]
    formats = [text for row in EXPORTERS.values() for text in (row.title, row.note)]
    formats += PRESETS.values()
    tables = {CONTEXT: commands, FORMATS: formats, STAGES: sorted(set(stages()))}
    return {name: list(dict.fromkeys(filter(None, texts))) for name, texts in tables.items()}


def stages() -> Iterator[str]:
    """What long work says that it is doing: the labels of ``Progress``."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.relative_to(PACKAGE).parts[0] not in SILENT:
            yield from labels(ast.parse(path.read_text(encoding="utf-8")))


def labels(module: ast.Module) -> Iterator[str]:
    """The labels of a module that are written down; one that is put together has no translation."""
    constants = {
        target.id: node.value
        for node in module.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(module):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        if node.func.id == "Progress" and len(node.args) == 3:
            label: ast.expr | None = node.args[2]
            if isinstance(label, ast.Name):
                label = constants.get(label.id)
            if isinstance(label, ast.Constant) and isinstance(label.value, str):
                yield label.value


def as_module(tables: Mapping[str, Iterable[str]]) -> str:
    """Python that asks for each text in its context, for lupdate to read."""
    calls = [
        f"QCoreApplication.translate({_quoted(context)}, {_quoted(text)})\n"
        for context, texts in tables.items()
        for text in texts
    ]
    return "from PySide6.QtCore import QCoreApplication\n\n" + "".join(calls)


def _quoted(text: str) -> str:
    return '"' + re.sub(r'(["\\])', r"\\\1", text).replace("\n", r"\n") + '"'


def collect(ts: Path) -> None:
    """Bring a file of translations up to the texts of the program.

    Args:
        ts: is made if it is not there; its name ends in the code of the language.

    Raises:
        ToolError: if lupdate cannot be run.
    """
    with tempfile.TemporaryDirectory() as folder:
        tables = Path(folder) / "tables.py"
        tables.write_text(as_module(table_texts()), encoding="utf-8")
        listed = Path(folder) / "sources.lst"  # a command line has an end, on Windows soon
        listed.write_text("\n".join(str(path) for path in [*sources(), tables]), encoding="utf-8")
        _run(
            *(tool("lupdate"), "-silent", "-no-obsolete", "-locations", "none"),
            *("-disable-heuristic", "similartext", "-source-language", "en"),
            *("-target-language", ts.stem.removeprefix(PREFIX)),
            *("-tr-function-alias", ALIASES, f"@{listed}", "-ts", ts),
        )


def release(ts: Path, qm: Path) -> None:
    """Write what the window reads; a text without a finished translation stays English.

    Raises:
        ToolError: if lrelease cannot be run.
    """
    _run(tool("lrelease"), "-silent", "-nounfinished", ts, "-qm", qm)


def _run(*command: str | Path) -> None:
    done = subprocess.run(
        command, check=False, cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
    )
    said = f"{done.stdout}{done.stderr}".strip()
    if done.returncode or said:  # silent when all is well
        raise ToolError(f"{Path(command[0]).name}: {said or f'exit code {done.returncode}'}")


def main(languages: list[str]) -> None:
    """Update all translations, and begin those that are asked for."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    asked = {FOLDER / f"{PREFIX}{code}.ts" for code in languages}
    for ts in sorted(asked | set(FOLDER.glob(f"{PREFIX}*.ts"))):
        collect(ts)
        release(ts, ts.with_suffix(".qm"))
        missing = ts.read_text(encoding="utf-8").count('<translation type="unfinished"')
        print(f"{ts.name}: {missing or 'no'} texts to translate")


if __name__ == "__main__":
    main(sys.argv[1:])
