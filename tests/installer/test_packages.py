import pytest

from installer.packages import NotInRegistryError, failure

NETWORK = """Looking in indexes
WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError: Failed to
 establish a new connection: [Errno -3] Temporary failure in name resolution'
ERROR: Could not find a version that satisfies the requirement av==18.1.0 (from versions: none)
ERROR: No matching distribution found for av==18.1.0
"""
FULL = "Installing\nERROR: Could not install packages due to an OSError: [Errno 28] No space left"
ABSENT = "ERROR: Could not find a version\nERROR: No matching distribution found for av==99"


@pytest.mark.parametrize(
    ("log", "said"),
    [
        (NETWORK, "the package registry cannot be reached"),
        (FULL, "the disk is full"),
        (ABSENT, "No matching distribution found for av==99"),
        ("nothing", "pip gave no reason"),
    ],
)
def test_one_sentence_says_why(log: str, said: str) -> None:
    sentence = str(failure("Installing packages", log))
    assert sentence.startswith("Installing packages failed: ")
    assert said in sentence
    assert "\n" not in sentence


def test_only_an_absent_package_lets_another_be_tried() -> None:
    assert isinstance(failure("", ABSENT), NotInRegistryError)
    assert not isinstance(failure("", NETWORK), NotInRegistryError)
