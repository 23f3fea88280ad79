"""Work beside the window, in a process of its own.

PocketSphinx holds Python's lock for seconds at a time, and while it does so no other thread can
answer the user. In another process it has a lock of its own.
"""

import multiprocessing
import pickle
import signal
import traceback
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

from dimitra_studio.core.errors import DimitraError
from dimitra_studio.core.progress import Progress, ProgressFn, ignore

_PATIENCE = 0.1  # seconds after which a silent child's last report is told again, to hear "cancel"
_GRACE = 2.0  # seconds that a child may take to end


class Aside:
    """One process that keeps what it has loaded from one call to the next.

    It is started at the first call, and anew after it was stopped or has died. It ends with the
    program that made it, however that ends. To be used from one thread.

    Args:
        opener: makes, in the process, what all functions get as their first argument; like them
            it is a class or a function of a module, since only its name is sent over.
    """

    def __init__(self, opener: Callable[[], Any]) -> None:
        self._opener = opener
        self._child: _Child | None = None

    def call(
        self, function: Callable[..., Any], *args: Any, on_progress: ProgressFn = ignore
    ) -> Any:
        """Do ``function(opened, *args, on_progress)`` in the process and wait for its result.

        Args:
            function: of a module, or a method of the class that opens.
            args: plain data.
            on_progress: told on this thread what the function reports, and again while it is
                silent; if it raises, the work is stopped at once.

        Raises:
            DimitraError: if the process has died.
            Exception: whatever the function raised.
        """
        child = self._living()
        try:
            result, error = child.call(function, args, on_progress)
        except BaseException:  # also Cancelled: what goes on in the process is not wanted any more
            self.close()
            raise
        if error is not None:
            raise error
        return result

    def close(self) -> None:
        """End the process, whatever it is doing."""
        child, self._child = self._child, None
        if child is not None:
            child.close()

    def _living(self) -> "_Child":
        if self._child is not None and not self._child.is_alive:
            self.close()  # the system has ended it while nobody needed it
        if self._child is None:
            self._child = _Child(self._opener)
        return self._child


class _Child:
    """The process as its parent sees it."""

    def __init__(self, opener: Callable[[], Any]) -> None:
        # Spawned on every system: a fork of a process with threads may hang on their locks.
        context = multiprocessing.get_context("spawn")
        self._line, far_end = context.Pipe()
        self._process = context.Process(
            target=serve, args=(far_end, opener), name="dimitra-studio aside", daemon=True
        )
        self._process.start()
        far_end.close()  # so that the line breaks when the process ends

    @property
    def is_alive(self) -> bool:
        return self._process.is_alive()

    def call(
        self, function: Callable[..., Any], args: tuple[Any, ...], on_progress: ProgressFn
    ) -> tuple[Any, Exception | None]:
        """The result of a function, or the error that it raised."""
        try:
            self._line.send((function, args))
            last: Progress | None = None
            while True:
                if not self._line.poll(_PATIENCE):
                    if last is not None:
                        on_progress(last)
                    continue
                match self._line.recv():
                    case ("progress", last):
                        on_progress(last)
                    case ("done", result):
                        return result, None
                    case ("failed", error, cause):
                        error.__cause__ = cause  # which pickle leaves behind
                        return None, error
        except (EOFError, ConnectionError) as error:
            raise DimitraError(
                "The part of the program that listens to recordings has come to a sudden end, "
                "perhaps for want of memory; close other programs and try again."
            ) from error

    def close(self) -> None:
        self._line.close()
        self._process.terminate()
        self._process.join(_GRACE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()


def serve(line: Connection, opener: Callable[[], Any]) -> None:
    """Answer calls until the line is closed; this is what the process does.

    Args:
        line: to the parent.
        opener: as of ``Aside``.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the parent's business
    opened: Any = None
    try:
        while True:
            function, args = line.recv()
            try:
                if opened is None:
                    opened = opener()
                result = function(opened, *args, partial(_report, line))
            except Exception as error:  # every error is the parent's to explain
                line.send(("failed", _portable(error), _portable(error.__cause__)))
            else:
                line.send(("done", result))
    except (EOFError, OSError, _LineClosed):
        return  # the parent has closed the line, or is no more


class _LineClosed(BaseException):
    """Nobody waits for the result; not an ``Exception``, so that nothing takes it for a failure."""


def _report(line: Connection, progress: Progress) -> None:
    try:
        line.send(("progress", progress))
    except OSError:
        raise _LineClosed from None


def _portable(error: BaseException | None) -> BaseException | None:
    """An error as it can be sent; mistakes of ours with the place, as a note for the log."""
    if error is None:
        return None
    if not isinstance(error, DimitraError):
        error.add_note("".join(traceback.format_exception(error)))
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:  # whatever a library's own errors do when they are copied
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
