"""Many USD files in one process of their own, for one each takes two seconds to start."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dimitra_studio.core.errors import ProjectError
from dimitra_studio.export import usd_read
from dimitra_studio.export.reading import Read


@contextmanager
def _here() -> Iterator[None]:
    def work_here(work: Callable[..., Any], *arguments: Any, memory: int) -> Any:
        return work(*arguments)

    elsewhere = usd_read.in_own_process
    usd_read.in_own_process = work_here
    try:
        yield
    finally:
        usd_read.in_own_process = elsewhere


def read_all(paths: list[Path]) -> list[Read]:
    """What is in the files."""
    with _here():
        return [usd_read.read_usd(path) for path in paths]


def refuse_all(paths: list[Path]) -> list[str]:
    """What is said of the files; nothing of one that is read."""
    said = []
    with _here():
        for path in paths:
            try:
                usd_read.read_usd(path)
                said.append("")
            except ProjectError as error:
                said.append(str(error))
    return said
