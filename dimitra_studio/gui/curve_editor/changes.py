"""What commands without an amount make of the curves."""

from dimitra_studio.core.curve_keys import add_key, delete_keys
from dimitra_studio.core.mirror import mirror_channel, mirror_curves
from dimitra_studio.gui.curve_editor.shown_curves import Change, ShownCurves


def mirror_change(shown: ShownCurves) -> Change:
    """Left and right exchanged over the range, keys too."""
    assert shown.edited is not None
    frames = shown.range()
    within = range(frames.start, frames.stop)
    curves = mirror_curves(shown.edited, shown.targets(), frames)
    keys = {}
    for name in curves:
        kept = [key for key in shown.stored_keys(name) if key not in within]
        other = [key for key in shown.stored_keys(mirror_channel(name)[0]) if key in within]
        keys[name] = tuple(sorted({*kept, *other}))
    return Change(curves, keys)


def delete_change(shown: ShownCurves) -> Change:
    """The curves without their selected keys."""
    curves, keys = {}, {}
    selected = shown.selected_keys()
    for name, gone in selected.items():
        curves[name], keys[name] = delete_keys(shown.stored(name), shown.stored_keys(name), gone)
    return Change(curves, keys, sum(map(len, selected.values())))


def key_change(shown: ShownCurves, frame: int) -> Change:
    """A key more in every curve that tools work on; the curves stay."""
    keys = {name: add_key(shown.stored_keys(name), frame) for name in shown.targets()}
    return Change({name: shown.stored(name) for name in keys}, keys, len(keys))
