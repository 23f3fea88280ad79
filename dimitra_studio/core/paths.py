"""Where the files of the application are."""

from pathlib import Path

import platformdirs

_ROOT = Path(__file__).parents[2]

RESOURCES = _ROOT / "resources"
"""Rig, sample, icons; read only."""

MODELS = _ROOT / "models"
"""The weights that ship, a model card each."""


def cache_folder() -> Path:
    """Where what can be made again is kept."""
    return platformdirs.user_cache_path("dimitra-studio", appauthor=False)


def log_folder() -> Path:
    """Where logs are kept."""
    return platformdirs.user_log_path("dimitra-studio", appauthor=False)
