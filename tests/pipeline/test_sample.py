"""The sample project belongs to the files and the weights that ship."""

import hashlib

from dimitra_studio.core.paths import DEFAULT_WEIGHTS, SAMPLE
from dimitra_studio.core.project_file import load_project
from dimitra_studio.core.rig import COMPONENTS


def test_sample_was_made_by_the_weights_that_ship() -> None:
    project = load_project(SAMPLE / "sample.dimitra")
    digests = {
        name: hashlib.sha256((DEFAULT_WEIGHTS / f"{name}.safetensors").read_bytes()).hexdigest()
        for name in COMPONENTS
    }
    assert len(project.takes) == 3
    for take in project.takes:
        assert dict(take.weights) == {name: digests[name] for name in take.components}


def test_sample_holds_the_files_beside_it() -> None:
    project = load_project(SAMPLE / "sample.dimitra")
    assert project.portrait is not None
    assert project.recording is not None
    assert project.transcript is not None
    assert project.portrait.media.data == (SAMPLE / "portrait.jpg").read_bytes()
    assert project.recording.data == (SAMPLE / "speech.flac").read_bytes()
    assert project.transcript.text == (SAMPLE / "speech.txt").read_text(encoding="utf-8").strip()
