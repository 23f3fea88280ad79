"""Make ``resources/sample/sample.dimitra``: the finished clip that the window opens as its sample.

Run it again whenever the default weights change: ``python -m installer.make_sample``.
"""

from dataclasses import replace

from dimitra_studio.core.paths import SAMPLE
from dimitra_studio.core.project import Marker, Media, Project, add_take
from dimitra_studio.core.project_file import save_project
from dimitra_studio.core.take import Settings
from dimitra_studio.core.timeline import Segment
from dimitra_studio.pipeline.engine import Engine

SEEDS = (1, 2)
"""Of the takes of the whole recording; the one made last is shown."""

AGAIN = ("lips",)
"""Components of the take that differs within one segment."""


def make_sample() -> Project:
    """Three takes of the sample: two whole ones, and one with a few words said anew."""
    engine = Engine(device="cpu")
    intake = engine.new_project(
        Media.from_file(SAMPLE / "speech.flac"),
        portrait=Media.from_file(SAMPLE / "portrait.jpg"),
        text=(SAMPLE / "speech.txt").read_text(encoding="utf-8"),
    )
    project = replace(intake.project, name="Sample")
    for seed in SEEDS:
        project = add_take(project, engine.generate(project, settings=Settings(seed=seed)))
    assert project.transcript is not None
    words = project.transcript.words if project.transcript else ()
    middle = words[len(words) // 2 : len(words) // 2 + 3]
    segment = Segment(middle[0].start, middle[-1].end)
    take = engine.generate(
        project, components=AGAIN, segment=segment, settings=Settings(seed=sum(SEEDS))
    )
    project = add_take(project, take)
    return replace(project, markers=(Marker(segment.start, middle[0].text.strip(".,")),))


if __name__ == "__main__":
    save_project(make_sample(), SAMPLE / "sample.dimitra")
