"""What the error dialog says of an exception, and what a report of it carries."""

import platform
import re
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, qVersion

import dimitra_studio
from dimitra_studio.core.errors import DimitraError

_tr = QCoreApplication.translate

_TAIL = 60  # lines of the log
_LIBRARIES = ("PySide6", "numpy", "torch", "vispy", "pyqtgraph", "av", "sounddevice")


@dataclass(frozen=True, slots=True)
class ErrorReport:
    """An error, told to the one it happened to.

    Args:
        what: happened, in a sentence.
        why: it happened; may be empty.
        advice: what to do now; may be empty.
        technical: for those who repair it.
    """

    what: str
    why: str = ""
    advice: str = ""
    technical: str = ""


def report_of(error: BaseException) -> ErrorReport:
    """Tell of an exception: errors meant for the user in their own words, mistakes of ours not."""
    trace = "".join(traceback.format_exception(error))
    if isinstance(error, DimitraError):
        what, _, advice = str(error).partition("; ")
        cause = error.__cause__
        why = str(cause) if cause is not None and not isinstance(cause, DimitraError) else ""
        advice = advice[:1].upper() + advice[1:]
        return ErrorReport(what if what.endswith(".") else f"{what}.", why, advice, trace)
    if isinstance(error, MemoryError):
        return ErrorReport(
            _tr("ErrorReport", "The computer's memory is used up."),
            "",
            _tr("ErrorReport", "Close other programs and try again. Your project is unharmed."),
            trace,
        )
    return ErrorReport(
        _tr("ErrorReport", "Something went wrong inside Dimitra Studio."),
        f"{type(error).__name__}: {error}",
        _tr(
            "ErrorReport",
            "You can go on working; the last step may not have been done. Save the project under "
            "a new name, and send the details to those who make Dimitra Studio.",
        ),
        trace,
    )


def make_details(
    report: ErrorReport, *, log_file: Path | None, device: str, with_paths: bool
) -> str:
    """What to send with a report.

    Args:
        report: of the error.
        log_file: whose end is added.
        device: that the networks run on.
        with_paths: leave the paths as they are; otherwise the user's folder is written as ``~``.
    """
    parts = [
        report.what,
        report.why,
        _versions(device),
        report.technical.strip(),
        _log_tail(log_file) if log_file else "",
    ]
    text = "\n\n".join(part for part in parts if part)
    return text if with_paths else without_personal_paths(text)


def without_personal_paths(text: str) -> str:
    """Write the user's folder as ``~``, and hide the name of any other user's."""
    home = str(Path.home())
    for spelling in {home, home.replace("\\", "/"), home.replace("\\", "\\\\")}:
        if len(spelling) > 1:  # a service may live in /
            text = re.sub(re.escape(spelling) + r"(?![\w.-])", "~", text)
    return re.sub(r"((?:/home|/Users|[A-Za-z]:[\\/]+Users)[\\/]+)[^\\/\s\"':]+", r"\1~", text)


def _versions(device: str) -> str:
    lines = [
        f"Dimitra Studio {dimitra_studio.__version__}",
        f"Python {platform.python_version()}",
        f"Qt {qVersion()}",
        f"{platform.platform()} {platform.machine()}",
        f"Device {device}",
    ]
    for name in _LIBRARIES:  # those in use alone: importing torch for its version takes seconds
        version = getattr(sys.modules.get(name), "__version__", None)
        if version:
            lines.append(f"{name} {version}")
    return "\n".join(lines)


def _log_tail(path: Path) -> str:
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    return "\n".join(lines[-_TAIL:])
