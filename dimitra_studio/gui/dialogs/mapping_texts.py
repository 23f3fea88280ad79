"""What is said of the targets of a character and of what drives them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from dimitra_studio.pipeline.character import SHAPES, Facing, MappingReport, Mix, Origin

_MOST_NAMES = 6


def origin_of(target: str, mix: Mix, found: MappingReport) -> Origin | None:
    """How a target came to its channels; None if it has none.

    What a user has decided as it would have been found anyway counts as found.
    """
    if not mix:
        return None
    links = {link.target: link for link in found.links}
    link = links.get(target)
    return link.origin if link is not None and dict(link.mix) == dict(mix) else "given"


def origin_text(origin: Origin | None) -> str:
    """How a target came to its channels, in a word or two."""
    say = QCoreApplication.translate
    texts = {
        "matched": say("Mapping", "found by name"),
        "guessed": say("Mapping", "guessed"),
        "given": say("Mapping", "by hand"),
        None: say("Mapping", "nothing drives it"),
    }
    return texts[origin]


def mix_text(mix: Mix) -> str:
    """Channels with their shares, as a sum; a share of 1 is not written."""
    return " + ".join(
        channel if share == 1 else f"{QLocale().toString(float(share), 'g', 4)} {channel}"
        for channel, share in mix.items()
    )


def facing_text(facing: Facing) -> str:
    """Where a character looks."""
    say = QCoreApplication.translate
    texts: dict[Facing, str] = {
        "+z": say("Mapping", "to the front: +z, as glTF has it"),
        "-z": say("Mapping", "to the back: -z, as VRM 0 has it"),
        "+x": say("Mapping", "along +x"),
        "-x": say("Mapping", "along -x"),
    }
    return texts[facing]


def names_text(names: Sequence[str]) -> str:
    """Some names; of many only the first."""
    shown = ", ".join(names[:_MOST_NAMES])
    return f"{shown}, …" if len(names) > _MOST_NAMES else shown


def found_text(report: MappingReport, found: MappingReport) -> str:
    """How many channels have a target, how they came to it, and what turns with the head.

    Args:
        report: as it would be written.
        found: by names alone.
    """
    say = QCoreApplication.translate
    channels = _by_origin(report, found)
    parts = [
        say("Mapping", "{n} of {all} found by name").format(
            n=len(channels["matched"]), all=len(SHAPES)
        )
    ]
    if channels["guessed"]:
        parts.append(say("Mapping", "{n} guessed").format(n=len(channels["guessed"])))
    if channels["given"]:
        parts.append(say("Mapping", "{n} by hand").format(n=len(channels["given"])))
    if report.head:
        head = say("Mapping", "The head turns with {node}").format(node=report.head)
    elif report.head is None:
        head = say("Mapping", "No node turns with the head, so it holds still")
    else:
        head = say("Mapping", "The head turns with a node without a name")
    return ", ".join(parts) + "\n" + head


def missing_text(missing: Sequence[str]) -> str:
    """Which channels nothing shows; empty if each has a target."""
    if not missing:
        return ""
    text = QCoreApplication.translate("Mapping", "{n} missing: {names}")
    return text.format(n=len(missing), names=names_text(missing))


def doubts_text(report: MappingReport, found: MappingReport) -> str:
    """What was guessed and what is missing, as the end of a sentence; empty if nothing is."""
    say = QCoreApplication.translate
    guessed = [
        link.target for link in report.links if origin_of(link.target, link.mix, found) == "guessed"
    ]
    parts = []
    if guessed:
        parts.append(say("Mapping", "guessed: {names}").format(names=names_text(guessed)))
    if report.missing:
        names = names_text(report.missing)
        parts.append(say("Mapping", "shown by nothing: {names}").format(names=names))
    return "; ".join(parts)


def _by_origin(report: MappingReport, found: MappingReport) -> Mapping[Origin, set[str]]:
    """The channels of each origin; one that has several counts once, as the surest."""
    channels: dict[Origin, set[str]] = {"matched": set(), "guessed": set(), "given": set()}
    for link in report.links:
        origin = origin_of(link.target, link.mix, found)
        if origin is not None:
            channels[origin] |= set(link.mix)
    channels["given"] -= channels["matched"]
    channels["guessed"] -= channels["matched"] | channels["given"]
    return channels
