"""Where the files of the application are."""

from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).parents[1]
_INSTALLED = _PACKAGE / "_data"  # where a wheel carries what a checkout has beside the package
_ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent

RESOURCES = _ROOT / "resources"
"""Rig, sample, icons; read only."""

SAMPLE = RESOURCES / "sample"
"""A portrait, a recording and its words, for the demo and the checks of the installation."""

MODELS = _ROOT / "models"
"""The weights that ship, a model card each."""

DEFAULT_WEIGHTS = MODELS / "default"
"""Lips, expression and pose of the studio rig."""


def cache_folder() -> Path:
    """Where what can be made again is kept."""
    return platformdirs.user_cache_path("dimitra-studio", appauthor=False)


def log_folder() -> Path:
    """Where logs are kept."""
    return platformdirs.user_log_path("dimitra-studio", appauthor=False)


def config_folder() -> Path:
    """Where settings are kept."""
    return platformdirs.user_config_path("dimitra-studio", appauthor=False)


def recovery_folder() -> Path:
    """Where unsaved work is kept for the case of a crash."""
    return platformdirs.user_state_path("dimitra-studio", appauthor=False) / "recovery"
