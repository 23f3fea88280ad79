"""``models``: which weights are on this machine."""

import argparse

from dimitra_studio.core.errors import WeightsError

HELP = "List the weights, check those that ship, and say where to get the others."
EXAMPLES = """\
  dimitra-studio models"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none of its own."""


def run(args: argparse.Namespace) -> None:  # noqa: ARG001 - every command takes them
    from dimitra_studio.pipeline.catalogue import list_weights

    entries = list_weights()
    names, licences = (
        max(map(len, column)) + 2
        for column in ([entry.name for entry in entries], [entry.licence for entry in entries])
    )
    for entry in entries:
        mark = "ok" if entry.usable else "MISSING" if entry.shipped else "absent"
        print(f"{mark:8}{entry.name:{names}}{entry.licence:{licences}}{entry.detail}")
    if broken := [entry.name for entry in entries if entry.shipped and not entry.usable]:
        raise WeightsError(f"{broken[0]} is missing or was changed; install Dimitra Studio again.")
