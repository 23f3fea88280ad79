"""Which views the preview shows."""

from typing import Literal, get_args

Mode = Literal["portrait", "mesh", "both"]

MODES: tuple[Mode, ...] = get_args(Mode)
