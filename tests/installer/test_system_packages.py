from installer.system_packages import missing

LISTING = """\
installed libgl1 libgl1
config-files xvfb
not-installed xauth
installed libglib2.0-0t64 libglib2.0-0 (= 2.80.0-6), libglib2.0-data
installed libpulse0
"""


def test_what_is_absent_or_only_half_there_is_missing() -> None:
    wanted = ("libgl1", "xvfb", "xauth", "libportaudio2", "libpulse0")
    assert missing(wanted, LISTING) == ["xvfb", "xauth", "libportaudio2"]


def test_a_renamed_package_counts() -> None:
    assert missing(("libglib2.0-0",), LISTING) == []
