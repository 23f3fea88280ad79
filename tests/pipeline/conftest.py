"""Engines with small untrained networks: nothing here depends on what a network learned."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dimitra_studio.core.paths import SAMPLE
from dimitra_studio.core.project import Media, Portrait, Project
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.pipeline.engine import Engine


@pytest.fixture(scope="session")
def engine(small_weights: Path) -> Engine:
    return Engine(small_weights, device="cpu")


@pytest.fixture(scope="session")
def recording() -> Media:
    return Media.from_file(SAMPLE / "speech.flac")


@pytest.fixture(scope="session")
def sample_portrait() -> Media:
    return Media.from_file(SAMPLE / "portrait.jpg")


@pytest.fixture(scope="session")
def project(engine: Engine, recording: Media) -> Project:
    """The sample recording on a face that looks aside."""
    curves = np.zeros(len(STUDIO.channels), np.float32)
    curves[STUDIO.column("headYaw")] = 0.4
    curves[STUDIO.column("mouthSmileLeft")] = 0.3
    identity = np.zeros(engine.rig.n_identity, np.float32)
    intake = engine.new_project(recording)
    portrait = Portrait(Media("face.png", b""), identity, curves)
    return replace(intake.project, portrait=portrait)
