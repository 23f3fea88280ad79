"""What the reader of USD does with files that are damaged, or meant to do harm.

The files are read in one process, and so is what is done about a process that dies of one in
``test_usd_read``.
"""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

pytest.importorskip("pxr", reason="usd-core is not installed")

from dimitra_studio.export.usd_read import in_own_process
from dimitra_studio.export.usd_skel import write_usd
from tests.export.heads import make_curves, make_hand_over
from tests.export.refusals import check_sentence, contents, make_places
from tests.export.test_usd_read import NAMES, animate
from tests.export.usd_at_once import refuse_all

Write = Callable[[Path], object]
TEXT = "#usda 1.0\n"
OTHERS = {
    "png": b"\x89PNG\r\n\x1a\n" + bytes(2000),
    "json": b'{"facsNames": []}',
    "utf16": TEXT.encode("utf-16"),
    "latin": TEXT.encode() + b'def "a\xff" {}\n',
    "deep": TEXT.encode() + b'def "a" {\n' * 20_000,
    "gltf": b"glTF\2\0\0\0" + bytes(100),
}


def samples(*frames: list[float], names: list[str] = NAMES, codes: tuple[float, ...] = ()) -> Write:
    timed = dict(zip(codes or range(len(frames)), frames, strict=True))
    return lambda path: animate(path, timed, names=names)


def rate(fps: float) -> Write:
    return lambda path: animate(path, {0: [0, 0], 1: [1, 1], 5: [0, 0]}, rate=fps)


def text(body: str) -> Write:
    return lambda path: path.write_text(TEXT + body)


def sublayer(place: str) -> Write:
    return text(f"(\n    subLayers = [@{place}@]\n)\n")


def arc(kind: str, place: str) -> Write:
    return text(f'def "World" ({kind} = @{place}@</World>)\n{{\n}}\n')


def cut_off(share: float) -> Write:
    def write(path: Path) -> None:
        write_usd(make_hand_over(make_curves(3)), path)
        content = path.read_bytes()
        path.write_bytes(content[: int(share * len(content))])

    return write


def package(*names: str, content: bytes | None = None, squeeze: bool = False) -> Write:
    """A ``.usdz`` with a good layer under each of the names, or one of other content."""

    def write(path: Path) -> None:
        layer = path.with_suffix(".part.usdc")
        animate(layer, {0: [0, 0], 1: [1, 1]})
        kind = zipfile.ZIP_DEFLATED if squeeze else zipfile.ZIP_STORED
        with zipfile.ZipFile(path, "w", kind) as archive:
            for name in dict.fromkeys(names):
                archive.writestr(name, layer.read_bytes() if content is None else content)
            if len(set(names)) < len(names):
                with pytest.warns(UserWarning, match="Duplicate name"):
                    archive.writestr(names[-1], layer.read_bytes())

    return write


def link(path: Path) -> None:
    try:
        path.with_suffix(".link.usda").symlink_to(path.parent.parent / "outside" / "face.usda")
    except OSError:
        pytest.skip("links cannot be made here")
    sublayer(f"./{path.stem}.link.usda")(path)


CLIPS = """def "World" (clips = {dictionary default = {
    asset[] assetPaths = [@../outside/face.usda@]
    asset manifestAssetPath = @../outside/face.usda@
    string primPath = "/World/anim_a2f_export"
    double2[] active = [(0, 0)]
    double2[] times = [(0, 0), (1, 1)]
}}) {
    def SkelAnimation "anim" {
        uniform token[] blendShapes = ["jawOpen", "mouthPucker"]
        float[] blendShapeWeights
    }
}
"""
RECKONED = """(
    expressionVariables = {
        string PLACE = "../outside/face.usda"
    }
    subLayers = [@`"${PLACE}"`@]
)
"""
MANY = ["jawOpen", *(f"shape{number}" for number in range(5000))]
NAN, INF = float("nan"), float("inf")
OUTSIDE = "lies outside its folder"

CASES: Mapping[str, tuple[Write, str]] = {
    "nan.usdc": (samples([NAN, 0]), "'jawOpen' is not finite in frame 0"),
    "inf.usda": (samples([0, 0], [0, INF]), "'mouthPucker' is not finite in frame 1"),
    "twice.usdc": (samples([0.5, 0.5], names=["jawOpen", "JawOpen"]), "names 'JawOpen' twice"),
    "narrow.usdc": (samples([0.5]), "1 weights for 2 blendshapes"),
    "long.usdc": (samples([0, 0], [0, 0], codes=(0, 1e6)), "more than 864000 frames"),
    "endless.usdc": (samples([0, 0], [0, 0], codes=(0, 1e300)), "more than 864000 frames"),
    "wide.usdc": (samples([0.0] * 5001, names=MANY), "more than 4096 blendshapes"),
    "strange.usdc": (samples([0, 0], names=["smile", "frown"]), "no blendshape with a name of"),
    "none.usdc": (samples(), "0 weights for 2 blendshapes"),
    "backwards.usda": (rate(-25), "its frame rate of -25 is not between"),
    "still.usda": (rate(0), "its frame rate of 0 is not between"),
    "fast.usda": (rate(1e6), "its frame rate of 1e+06 is not between"),
    "norate.usda": (rate(NAN), "its frame rate of nan is not between"),
    "cut0.usdc": (cut_off(0), "it is damaged"),
    "cut5.usdc": (cut_off(0.5), "it is damaged"),
    "cut9.usdc": (cut_off(0.9), "it is damaged"),
    "cut5.usda": (cut_off(0.5), "it is damaged"),
    "cut9.usda": (cut_off(0.9), "it is damaged"),
    "cut5.usdz": (cut_off(0.5), "perhaps cut off"),
    "cut9.usdz": (cut_off(0.9), "perhaps cut off"),
    "up.usda": (sublayer("../outside/face.usda"), OUTSIDE),
    "absolute.usda": (arc("references", "/outside/face.usda"), OUTSIDE),
    "payload.usda": (arc("payload", "../outside/face.usda"), OUTSIDE),
    "percent.usda": (arc("references", "%2e%2e/outside/face.usda"), OUTSIDE),
    "scheme.usda": (sublayer("file:///outside/face.usda"), OUTSIDE),
    "net.usda": (sublayer("https://example.com/face.usda"), OUTSIDE),
    "link.usda": (link, OUTSIDE),
    "reckoned.usda": (text(RECKONED), OUTSIDE),
    "clips.usda": (text(CLIPS), "its values lie in clips of other files"),
    "up.usdz": (package("../face.usdc"), "it names a file in another folder"),
    "absolute.usdz": (package("/face.usdc"), "it names a file in another folder"),
    "twice.usdz": (package("face.usdc", "face.usdc"), "it holds a file twice"),
    "nothing.usdz": (package(), "it is damaged"),
    "squeezed.usdz": (package("face.usdc", squeeze=True), "it is damaged"),
    "bomb.usdz": (package("a.usdc", content=bytes(2**25), squeeze=True), "it is damaged"),
    "gone.usdz": (
        package("a.usda", content=b"#usda 1.0\n(subLayers=[@./b.usda@])\n"),
        "it needs ./b.usda, which is damaged or missing",
    ),
    **{f"{name}.usda": (lambda path, c=content: path.write_bytes(c), "it is damaged")
       for name, content in OTHERS.items()},
}  # fmt: skip


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """What is said of all files, by their names."""
    folder = tmp_path_factory.mktemp("usd") / "in"
    outside = folder.parent / "outside"
    folder.mkdir()
    outside.mkdir()
    animate(outside / "face.usda", {0: [0, 0], 1: [1, 1]})
    for name, (write, _) in CASES.items():
        write(folder / name)
    paths = [folder / name for name in CASES] + make_places(folder, ".usd")
    before = contents(folder)
    found = in_own_process(refuse_all, paths)
    assert contents(folder) == before
    return dict(zip((path.name for path in paths), found, strict=True))


@pytest.mark.parametrize("name", CASES)
def test_file_is_refused_in_a_sentence(said: Mapping[str, str], name: str) -> None:
    check_sentence(said[name], Path(name))
    assert CASES[name][1] in said[name]


def test_what_is_no_file_is_refused(said: Mapping[str, str]) -> None:
    places = [name for name in said if name not in CASES]
    assert {"gone.usd", "folder.usd", "empty.usd"} <= set(places)
    for name in places:
        check_sentence(said[name], Path(name))
