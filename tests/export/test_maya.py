"""Maya's animation file, read by its grammar; the script, run against a stand-in for Maya."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from dimitra_studio.core.rig import STUDIO
from dimitra_studio.export.hand_over import HandOver, TakeNote
from dimitra_studio.export.maya_anim import write_maya_anim
from dimitra_studio.export.maya_script import write_maya_script
from tests.export.clips import clip

HEAD = {
    "headPitch": ("rotateX", np.degrees(1)),
    "headYaw": ("rotateY", np.degrees(1)),
    "headRoll": ("rotateZ", np.degrees(1)),
    "headX": ("translateX", 100),
    "headY": ("translateY", 100),
    "headZ": ("translateZ", 100),
}
CURVE = re.compile(
    r"anim (?P<full>\S+) (?P<leaf>\S+) (?P<node>\S+) \d+ \d+ \d+;\n"
    r"animData \{\n"
    r"  input time;\n"
    r"  output (?P<kind>unitless|angular|linear);\n"
    r"  weighted 0;\n"
    r"  preInfinity constant;\n"
    r"  postInfinity constant;\n"
    r"  keys \{\n"
    r"(?P<keys>(?:    \S+ \S+ linear linear 1 1 0;\n)+)"
    r"  \}\n"
    r"\}\n"
)


def test_animation_file_holds_every_curve(tmp_path: Path) -> None:
    motion = clip(40)
    write_maya_anim(HandOver(motion), tmp_path / "a.anim")
    text = (tmp_path / "a.anim").read_text()
    header = (
        "animVersion 1.1;\nmayaVersion 2015;\ntimeUnit pal;\nlinearUnit cm;\nangularUnit deg;\n"
        "startTime 0;\nendTime 39;\n"
    )
    assert text.startswith(header)
    assert CURVE.sub("", text.removeprefix(header)) == ""
    found = {(match["node"], match["leaf"]): match for match in CURVE.finditer(text)}
    assert len(found) == 58
    for name in STUDIO.channels:
        attribute, factor = HEAD.get(name, (name, 1))
        match = found["head" if name in HEAD else "face", attribute]
        keys = np.array([line.split()[:2] for line in match["keys"].splitlines()], float)
        np.testing.assert_array_equal(keys[:, 0], np.arange(40))
        np.testing.assert_allclose(keys[:, 1], motion.channel(name) * factor, rtol=1e-6, atol=1e-7)
    assert found["head", "rotateX"]["kind"] == "angular"
    assert found["head", "translateX"]["kind"] == "linear"
    assert found["face", "jawOpen"]["kind"] == "unitless"


@pytest.mark.parametrize(
    ("fps", "unit", "second"),
    [(24, "film", 1), (30, "ntsc", 1), (60, "ntscf", 1), (30_000 / 1001, "29.97fps", 1),
     (12.5, "pal", 2)],
)  # fmt: skip
def test_rates_have_mayas_names(tmp_path: Path, fps: float, unit: str, second: float) -> None:
    write_maya_anim(HandOver(clip(5, fps)), tmp_path / "a.anim")
    text = (tmp_path / "a.anim").read_text()
    assert f"timeUnit {unit};" in text
    assert f"endTime {4 * second:g};" in text
    match = CURVE.search(text)
    assert match is not None
    assert float(match["keys"].splitlines()[1].split()[0]) == second


class FakeMaya(ModuleType):
    """Remembers what a script does to a scene with one blendShape and one joint."""

    def __init__(self, targets: list[str]) -> None:
        super().__init__("maya.cmds")
        self.targets = targets
        self.nodes = {"face", "head"}
        self.keys: dict[tuple[str, str], dict[float, float]] = {}
        self.units = {"time": "film", "linear": "m", "angle": "rad"}
        self.warnings: list[str] = []

    def objExists(self, node: str) -> bool:  # noqa: N802
        return node in self.nodes

    def error(self, text: str) -> None:
        raise RuntimeError(text)

    def warning(self, text: str) -> None:
        self.warnings.append(text)

    def listAttr(self, attribute: str, *, multi: bool) -> list[str]:  # noqa: N802
        assert (attribute, multi) == ("face.weight", True)
        return self.targets

    def currentUnit(self, *, query: bool = False, **units: Any) -> str | None:  # noqa: N802
        if query:
            return self.units[next(iter(units))]
        self.units.update(units)
        return None

    def setKeyframe(  # noqa: N802
        self, node: str, *, attribute: str, time: float, value: float, **tangents: str
    ) -> None:
        assert self.units == {"time": "pal", "linear": "cm", "angle": "deg"}
        assert set(tangents.values()) == {"linear"}
        self.keys.setdefault((node, attribute), {})[time] = value


@pytest.fixture
def maya(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeMaya]:
    fake = FakeMaya(list(STUDIO.channels[:52]))
    package = ModuleType("maya")
    package.cmds = fake  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "maya", package)
    monkeypatch.setitem(sys.modules, "maya.cmds", fake)
    return fake


def run_script(path: Path) -> None:
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), {})


def test_script_sets_every_key(tmp_path: Path, maya: FakeMaya) -> None:
    motion = clip(20)
    write_maya_script(HandOver(motion), tmp_path / "a.py")
    run_script(tmp_path / "a.py")
    assert len(maya.keys) == 58
    for name in STUDIO.channels:
        attribute, factor = HEAD.get(name, (name, 1))
        keys = maya.keys["head" if name in HEAD else "face", attribute]
        assert list(keys) == list(range(20))
        values = motion.channel(name) * factor
        np.testing.assert_allclose(list(keys.values()), values, rtol=1e-6, atol=1e-7)
    assert maya.units == {"time": "pal", "linear": "m", "angle": "rad"}
    assert maya.warnings == []


def test_script_says_what_the_scene_lacks(tmp_path: Path, maya: FakeMaya) -> None:
    maya.targets.remove("tongueOut")
    write_maya_script(HandOver(clip(2)), tmp_path / "a.py")
    run_script(tmp_path / "a.py")
    assert maya.warnings == ["face has no tongueOut"]
    assert ("face", "tongueOut") not in maya.keys
    maya.nodes.remove("head")
    with pytest.raises(RuntimeError, match="There is no node head"):
        run_script(tmp_path / "a.py")


@pytest.mark.parametrize("name", ['"""\nraise SystemExit #', "a\\", "back\\n'quote\"", "Ada Ω"])
def test_name_of_a_project_runs_no_code(tmp_path: Path, maya: FakeMaya, name: str) -> None:
    takes = (TakeNote("lips", name, 7, "ab12"),)
    write_maya_script(HandOver(clip(2), name=name, takes=takes), tmp_path / "a.py")
    run_script(tmp_path / "a.py")
    assert len(maya.keys) == 58


def test_script_says_what_made_it(tmp_path: Path) -> None:
    takes = (TakeNote("lips", "Take 2", 7, "ab12"), TakeNote("pose", "Filmed"))
    write_maya_script(HandOver(clip(2), name="Ada", takes=takes), tmp_path / "a.py")
    text = (tmp_path / "a.py").read_text(encoding="utf-8")
    assert "studio rig; lips: Take 2, seed 7, weights ab12; pose: Filmed" in text
