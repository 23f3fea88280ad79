import sys
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtWidgets import QApplication

import dimitra_studio
from dimitra_studio.core.errors import AudioError
from dimitra_studio.gui.error_report import (
    ErrorReport,
    make_details,
    report_of,
    without_personal_paths,
)


def raised(error: Exception, cause: Exception | None = None) -> Exception:
    try:
        fail(error, cause)
    except Exception as caught:
        return caught


def fail(error: Exception, cause: Exception | None) -> NoReturn:
    raise error from cause


HOMES, USERS = "/" + "home", "/" + "Users"  # no path of a real machine stands in the sources


def test_error_for_the_user_keeps_its_words(qapp: QApplication) -> None:
    error = AudioError("a.wav cannot be decoded: it is cut off; save it as WAV.")
    report = report_of(raised(error, EOFError("no more data")))
    assert report.what == "a.wav cannot be decoded: it is cut off."
    assert report.why == "no more data"
    assert report.advice == "Save it as WAV."
    assert "AudioError" in report.technical


def test_mistake_of_ours_says_what_to_do(qapp: QApplication) -> None:
    report = report_of(raised(KeyError("x")))
    assert report.why == "KeyError: 'x'"
    assert "go on working" in report.advice
    assert "Traceback" in report.technical


def test_details_have_versions_device_and_the_end_of_the_log(
    tmp_path: Path, qapp: QApplication
) -> None:
    log = tmp_path / "log"
    log.write_text("\n".join(f"line {index}" for index in range(200)), encoding="utf-8")
    report = ErrorReport("It broke.", technical="trace")
    details = make_details(report, log_file=log, device="cuda:0", with_paths=False)
    for part in (
        "It broke.",
        "trace",
        f"Dimitra Studio {dimitra_studio.__version__}",
        "Qt 6.",
        f"Python {sys.version_info.major}.",
        "Device cuda:0",
        "line 199",
        "line 140",
    ):
        assert part in details
    assert "line 139" not in details


def test_log_that_is_not_there_is_no_error(tmp_path: Path, qapp: QApplication) -> None:
    report = ErrorReport("It broke.")
    assert "It broke." in make_details(
        report, log_file=tmp_path / "none", device="cpu", with_paths=True
    )


def test_paths_are_left_out_unless_asked_for(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/people/maria"))
    report = ErrorReport("No /people/maria/clips/a.wav.", technical=f'File "{HOMES}/jo/x.py"')
    hidden = make_details(report, log_file=None, device="cpu", with_paths=False)
    assert "No ~/clips/a.wav." in hidden
    assert "maria" not in hidden
    assert "jo" not in hidden.split("Device")[1]
    shown = make_details(report, log_file=None, device="cpu", with_paths=True)
    assert "/people/maria/clips/a.wav" in shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{HOMES}/ann/a b.wav", f"{HOMES}/~/a b.wav"),
        (f"{USERS}/ann/a.wav", f"{USERS}/~/a.wav"),
        ("C:{0}Users{0}Ann{0}a.wav".format("\\"), "C:{0}Users{0}~{0}a.wav".format("\\")),
        (f"C:{USERS}/Ann/a.wav", f"C:{USERS}/~/a.wav"),
        (f"'{HOMES}/ann': gone", f"'{HOMES}/~': gone"),
        ("/srv/studio/a.py", "/srv/studio/a.py"),
    ],
)
def test_names_of_people_are_hidden(
    text: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/somewhere/else"))
    assert without_personal_paths(text) == expected


def test_like_named_folder_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/srv/ann"))
    assert without_personal_paths("/srv/ann/a and /srv/annex/b") == "~/a and /srv/annex/b"
