"""What set-up says, and how it fails."""

import sys


class SetupError(Exception):
    """Set-up cannot go on; ``str(error)`` is one sentence: what, why, what to do."""


def say(sentence: str) -> None:
    """Tell the user; on stderr, because stdout belongs to the job."""
    print(sentence, file=sys.stderr, flush=True)
