"""Which morph targets of somebody's own character the curves drive, and which node is its head."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, TypeGuard

from dimitra_studio.export.character_names import SHAPES, Mix, exact, guess, letters
from dimitra_studio.export.gltf_file import Gltf, Row, is_count, mapping, objects
from dimitra_studio.export.gltf_nodes import find_head
from dimitra_studio.export.reading import MalformedError

Facing = Literal["+z", "-z", "+x", "-x"]
FACINGS: tuple[Facing, ...] = ("+z", "-z", "+x", "-x")

Origin = Literal["matched", "guessed", "given"]

_MOST = 1e6  # of a share; JSON has numbers that are infinite here

VRM = "vrm:"
"""Before the names of a VRM's expressions, which move several targets at once."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a user has decided of a mapping; the rest is found by names.

    Args:
        targets: channels for each target that is named, with their shares; none to leave it alone.
        head: name of the node that turns the head; found if None, none if it is empty.
        facing: where the character looks; +z is what glTF asks for.
    """

    targets: Mapping[str, Mix] = field(default_factory=dict)
    head: str | None = None
    facing: Facing | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "targets", MappingProxyType(dict(self.targets)))


@dataclass(frozen=True, slots=True)
class Link:
    """What drives one target.

    Args:
        target: its name, or a VRM expression's.
        mix: channels with their shares.
        origin: whether the names are equal, or the link is a guess, or the user's wish.
    """

    target: str
    mix: Mix
    origin: Origin


@dataclass(frozen=True, slots=True)
class MappingReport:
    """How the curves would be put onto a character.

    Args:
        character: its file.
        links: one for each target that is driven.
        missing: channels that drive nothing.
        unused: targets that nothing drives.
        head: name of the node that turns with the head; None if there is none.
        head_node: its index.
        nodes: names of all nodes, to choose the head from.
        facing: where the character looks.
    """

    character: Path
    links: tuple[Link, ...]
    missing: tuple[str, ...]
    unused: tuple[str, ...]
    head: str | None
    head_node: int | None = None
    nodes: tuple[str, ...] = ()
    facing: Facing = "+z"

    def of(self, origin: Origin) -> tuple[Link, ...]:
        """The links of one origin."""
        return tuple(link for link in self.links if link.origin == origin)


@dataclass(frozen=True, slots=True)
class Control:
    """Something of a character that has one value.

    Args:
        name: of the target or expression.
        places: mesh, target and share of each that it moves.
    """

    name: str
    places: tuple[tuple[int, int, float], ...]


def target_names(gltf: Gltf, mesh: Row) -> list[str]:
    """Names of a mesh's targets, wherever the file has them; empty where there is none.

    Raises:
        MalformedError: if there are other names than targets.
    """
    primitives = objects(mesh.get("primitives", []), "primitives")
    targets = objects(primitives[0].get("targets", []), "targets") if primitives else []
    for owner in (mesh, *primitives):
        names = mapping(owner.get("extras"), "extras").get("targetNames")
        if names is None:
            continue
        if not isinstance(names, list) or len(names) != len(targets):
            raise MalformedError(f"a mesh of {len(targets)} targets has other names than those")
        return [name if isinstance(name, str) else "" for name in names]
    # FBX2glTF leaves them on the arrays of numbers
    arrays = [
        gltf.row("accessors", target["POSITION"]) if "POSITION" in target else {}
        for target in targets
    ]
    return [str(array.get("name", "")) for array in arrays]


def find_controls(gltf: Gltf) -> dict[str, Control]:
    """Everything of a character that can be driven, by name; targets before expressions."""
    places: dict[str, list[tuple[int, int, float]]] = {}
    targets = [target_names(gltf, mesh) for mesh in gltf.rows("meshes")]
    for number, names in enumerate(targets):
        for name in dict.fromkeys(filter(None, names)):
            places.setdefault(name, []).append((number, names.index(name), 1.0))
    for name, bound in _expressions(gltf, [len(names) for names in targets]):
        if bound:
            places.setdefault(VRM + name, []).extend(bound)
    return {name: Control(name, tuple(found)) for name, found in places.items()}


def _expressions(
    gltf: Gltf, n_targets: Sequence[int]
) -> Iterator[tuple[str, list[tuple[int, int, float]]]]:
    """The expressions of a VRM, of version 0 and of version 1, for meshes of so many targets."""
    extensions = mapping(gltf.document.get("extensions"), "extensions")
    master = mapping(mapping(extensions.get("VRM"), "VRM").get("blendShapeMaster"), "shapes")
    for group in objects(master.get("blendShapeGroups", []), "shapes"):
        preset = group.get("presetName", "unknown")
        name = group.get("name", "") if preset == "unknown" else preset
        binds = objects(group.get("binds", []), "binds")
        yield str(name), list(_bound(gltf, n_targets, binds, 0.01))
    kinds = mapping(mapping(extensions.get("VRMC_vrm"), "VRM").get("expressions"), "expressions")
    for kind in ("preset", "custom"):
        for name, expression in mapping(kinds.get(kind), "expressions").items():
            binds = mapping(expression, "expression").get("morphTargetBinds", [])
            yield name, list(_bound(gltf, n_targets, objects(binds, "binds"), 1.0))


def _bound(
    gltf: Gltf, n_targets: Sequence[int], binds: list[Row], unit: float
) -> Iterator[tuple[int, int, float]]:
    for bind in binds:
        mesh = bind["mesh"] if "mesh" in bind else gltf.row("nodes", bind.get("node")).get("mesh")
        index, share = bind.get("index"), bind.get("weight", 1.0 / unit)
        if (
            not is_count(mesh)
            or not is_count(index)
            or mesh >= len(n_targets)
            or index >= n_targets[mesh]
            or not _is_share(share)
        ):
            raise MalformedError("an expression moves a target that is not there")
        yield mesh, index, float(share) * unit


def _is_share(value: Any) -> TypeGuard[float]:
    return isinstance(value, int | float) and abs(value) < _MOST


def match_character(gltf: Gltf, path: Path, wishes: Wishes) -> MappingReport:
    """Find what drives what.

    Equal names come first, whatever their spelling; then guesses, for channels that found no equal
    name. No target is driven twice.

    Raises:
        MalformedError: if the document is damaged, or has nothing that the wishes name.
    """
    controls = find_controls(gltf)
    nodes = [str(node.get("name", "")) for node in gltf.rows("nodes")]
    _check_wishes(wishes, controls, nodes)
    links = {name: Link(name, mix, "given") for name, mix in wishes.targets.items()}
    links |= _equal_names(controls, links)
    links |= _guesses(controls, links)
    driven = {channel for link in links.values() for channel in link.mix}
    head = None if wishes.head == "" else find_head(gltf, wishes.head)
    extensions = mapping(gltf.document.get("extensions"), "extensions")
    facing: Facing = "-z" if "VRM" in extensions else "+z"  # version 0 turns its back to glTF
    return MappingReport(
        path,
        tuple(link for link in links.values() if link.mix),
        tuple(channel for channel in SHAPES if channel not in driven),
        tuple(name for name in controls if name not in links or not links[name].mix),
        None if head is None else nodes[head],
        head,
        tuple(name for name in nodes if name),
        wishes.facing or facing,
    )


def _check_wishes(wishes: Wishes, controls: Mapping[str, Control], nodes: Iterable[str]) -> None:
    strange = next((name for name in wishes.targets if name not in controls), None)
    if strange is not None:
        raise MalformedError(f"it has no target {strange!r}, which the mapping names")
    for mix in wishes.targets.values():
        if unknown := set(mix) - set(SHAPES):
            raise MalformedError(f"the mapping names {min(unknown)!r}, which is no channel")
    if wishes.head and wishes.head not in nodes:
        raise MalformedError(f"it has no node {wishes.head!r}, which the mapping names")


def _equal_names(controls: Mapping[str, Control], links: Mapping[str, Link]) -> dict[str, Link]:
    """Targets whose names are those of channels; expressions only where no target is."""
    found: dict[str, Link] = {}
    driven = {(mesh, channel) for name, link in links.items() for channel in link.mix
              for mesh, _, _ in controls[name].places}  # fmt: skip
    for name, control in controls.items():
        channel = exact(name.removeprefix(VRM))
        if name in links or channel is None:
            continue
        meshes = {(mesh, channel) for mesh, _, _ in control.places}
        if not meshes & driven:
            driven |= meshes
            found[name] = Link(name, {channel: 1.0}, "matched")
    return found


def _guesses(controls: Mapping[str, Control], links: Mapping[str, Link]) -> dict[str, Link]:
    """Targets that may stand for channels which have none; the fewer channels, the sooner."""
    taken: dict[str, tuple[str, frozenset[str]]] = {
        channel: ("", frozenset()) for link in links.values() for channel in link.mix
    }
    busy = {place[:2] for name in links for place in controls[name].places}
    found: dict[str, Link] = {}
    mixes = [(name, guess(name.removeprefix(VRM))) for name in controls if name not in links]
    # expressions first: what moves at their word must not move on its own too
    ranked = sorted(
        ((len(mix), not name.startswith(VRM), name, mix) for name, mix in mixes if mix),
        key=lambda each: each[:2],
    )
    for _, _, name, mix in ranked:
        base = letters(name).removesuffix("left").removesuffix("right")
        claim = (base, frozenset(mix))  # the left and the right half of one channel claim alike
        places = {place[:2] for place in controls[name].places}
        if places & busy or any(taken.get(channel, claim) != claim for channel in mix):
            continue
        busy |= places
        taken |= dict.fromkeys(mix, claim)
        found[name] = Link(name, mix, "guessed")
    return found


def read_wishes(document: Any) -> Wishes:
    """The wishes in a mapping file's object.

    Raises:
        MalformedError: if it is none.
    """
    row = mapping(document, "mapping")
    if strange := set(row) - {"targets", "head", "facing"}:
        raise MalformedError(f"the mapping has {min(strange)!r}, which says nothing here")
    targets = {}
    for name, mix in mapping(row.get("targets"), "targets").items():
        shares = {mix: 1.0} if isinstance(mix, str) else mapping(mix, f"mix of {name!r}")
        if not all(_is_share(share) for share in shares.values()):
            raise MalformedError(f"the shares of {name!r} are no numbers")
        targets[name] = {channel: float(share) for channel, share in shares.items()}
    head, facing = row.get("head"), row.get("facing")
    if head is not None and not isinstance(head, str):
        raise MalformedError("the name of the head is no text")
    if facing is not None and facing not in FACINGS:
        raise MalformedError(f"a character faces {', '.join(FACINGS)}")
    return Wishes(targets, head, facing)


def to_document(wishes: Wishes) -> Row:
    """A mapping file's object, from which ``read_wishes`` makes the same wishes."""
    decided = {"head": wishes.head, "facing": wishes.facing}
    return {
        "targets": {target: dict(mix) for target, mix in wishes.targets.items()},
        **{name: value for name, value in decided.items() if value is not None},
    }


def wishes_of(report: MappingReport) -> Wishes:
    """Everything of a report as decided; targets that nothing drives have no channel."""
    targets = {link.target: link.mix for link in report.links}
    targets |= {name: {} for name in report.unused}
    head = "" if report.head is None else report.head or None  # without a name it is found again
    return Wishes(targets, head, report.facing)
