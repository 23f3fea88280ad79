"""The command line: one command a file."""

from collections.abc import Mapping
from types import ModuleType

from dimitra_studio.cli import (
    align,
    demo,
    doctor,
    evaluate,
    export,
    generate,
    import_,
    models,
    render,
    track,
    train,
)

COMMANDS: Mapping[str, ModuleType] = {
    "demo": demo,
    "render": render,
    "generate": generate,
    "track": track,
    "align": align,
    "export": export,
    "import": import_,
    "train": train,
    "evaluate": evaluate,
    "models": models,
    "doctor": doctor,
}
"""A command is a module: ``HELP``, ``EXAMPLES``, ``add_arguments(parser)``, ``run(args)``."""
