"""``doctor``: what works on this machine."""

import argparse

from dimitra_studio.cli.reporting import reporting
from dimitra_studio.core.errors import DimitraError

HELP = "Check the installation and say what is missing."
EXAMPLES = """\
  dimitra-studio doctor"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none of its own."""


def run(args: argparse.Namespace) -> None:
    from dimitra_studio.pipeline.health import examine

    with reporting(args) as on_progress:
        findings = examine(on_progress)
    for finding in findings:
        mark = "ok" if finding.passed else "MISSING" if finding.needed else "absent"
        print(f"{mark:8}{finding.name:15}{finding.detail}")
    if failed := [finding.name for finding in findings if finding.needed and not finding.passed]:
        raise DimitraError(f"Not in working order: {', '.join(failed)}; run the set-up again.")
