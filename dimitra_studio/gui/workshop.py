"""What the jobs of the engine's thread share, each part loaded when it is first needed."""

from functools import cached_property
from typing import TYPE_CHECKING

from dimitra_studio.pipeline.aside import Aside
from dimitra_studio.pipeline.preload import import_engine
from dimitra_studio.pipeline.word_finder import WordFinder

if TYPE_CHECKING:
    from dimitra_studio.pipeline.engine import Engine


class Workshop:
    """The engine with its networks, and a process for what would hold up the window.

    Made, used and closed on the engine's thread.

    Args:
        device: of the networks.
    """

    def __init__(self, device: str = "auto") -> None:
        self._device = device
        self.words = Aside(WordFinder)

    @cached_property
    def engine(self) -> "Engine":
        """Imports torch at its first use.

        Raises:
            DimitraError: if PyTorch has no such device here.
        """
        import_engine()
        from dimitra_studio.pipeline.engine import Engine

        return Engine(device=self._device)

    def close(self) -> None:
        """End the process."""
        self.words.close()


def open_workshop(device: str) -> Workshop:
    """Called by the engine's thread at its first job."""
    return Workshop(device)


def open_nothing() -> None:
    """For threads whose tasks need no engine."""
