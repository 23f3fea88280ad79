"""The colours of the dark and of the light scheme, and the palettes made of them."""

from dataclasses import dataclass, fields

from PySide6.QtGui import QColor, QPalette

_DISABLED = 0.45  # share of the text's colour that is left of it
_TINT = 0.28  # share of the accent below the text of what is on


@dataclass(frozen=True, slots=True)
class Colours:
    """What every widget paints with.

    The components are told apart by the colour-blind too; line style is the second cue.

    Args:
        background: of the window and its panels.
        base: of fields, lists and canvases.
        raised: of buttons, headings and cards.
        border: of fields and buttons.
        text: anything to be read.
        dim_text: explanations and units.
        accent: what is on, focused or the main thing to do.
        on_accent: text on the accent.
        link: text that can be clicked.
        grid: lines of a canvas.
        playhead: the line at the present time.
        selection: a selected range of time; translucent.
        warning: a notice to heed.
        error: a notice that something failed.
        ok: a check that passed.
        ghost: curves of the take compared with.
        lips: curves of the component.
        expression: curves of the component.
        pose: curves of the component.
        waveform: the recording's outline.
        word: box of a word; ``text`` is written on it, as on the next three.
        word_changed: box of a word whose motion is not yet generated.
        word_doubtful: box of a word that was hardly heard.
        phoneme: box of a phoneme.
        pinned: frames that generation gives back unchanged.
        edited: frames set by hand.
    """

    background: QColor
    base: QColor
    raised: QColor
    border: QColor
    text: QColor
    dim_text: QColor
    accent: QColor
    on_accent: QColor
    link: QColor
    grid: QColor
    playhead: QColor
    selection: QColor
    warning: QColor
    error: QColor
    ok: QColor
    ghost: QColor
    lips: QColor
    expression: QColor
    pose: QColor
    waveform: QColor
    word: QColor
    word_changed: QColor
    word_doubtful: QColor
    phoneme: QColor
    pinned: QColor
    edited: QColor


def _make(**names: str) -> Colours:
    return Colours(**{name: QColor(value) for name, value in names.items()})


DARK = _make(
    background="#1e2024",
    base="#16181b",
    raised="#2a2d33",
    border="#454a53",
    text="#e8eaed",
    dim_text="#a0a7b1",
    accent="#9b8cff",
    on_accent="#14121f",
    link="#b3a7ff",
    grid="#2f333a",
    playhead="#ff5c7a",
    selection="#339b8cff",
    warning="#f2b84b",
    error="#ff7b72",
    ok="#5fd38d",
    ghost="#868e99",
    lips="#ff8f5e",
    expression="#4db5ff",
    pose="#f2bfdc",
    waveform="#7f90a8",
    word="#353c4b",
    word_changed="#7d5300",
    word_doubtful="#7c3b62",
    phoneme="#2b313c",
    pinned="#c58fff",
    edited="#5fd38d",
)

LIGHT = _make(
    background="#f3f4f6",
    base="#ffffff",
    raised="#e6e8ec",
    border="#b4bac4",
    text="#1a1d21",
    dim_text="#596170",
    accent="#5b48d9",
    on_accent="#ffffff",
    link="#4a38c4",
    grid="#dfe2e7",
    playhead="#cf1440",
    selection="#2b5b48d9",
    warning="#8a5800",
    error="#b3261e",
    ok="#13703f",
    ghost="#7c838e",
    lips="#b3420f",
    expression="#0071c7",
    pose="#7a1f52",
    waveform="#66778f",
    word="#dde3ee",
    word_changed="#f6c667",
    word_doubtful="#f0b3d3",
    phoneme="#ebeef4",
    pinned="#8a3fd1",
    edited="#13703f",
)


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """The colour that is ``share`` of the first and for the rest the second."""
    rest = 1 - share
    return QColor.fromRgbF(
        first.redF() * share + second.redF() * rest,
        first.greenF() * share + second.greenF() * rest,
        first.blueF() * share + second.blueF() * rest,
    )


def make_palette(colours: Colours) -> QPalette:
    """Every role of Qt's palette, so that nothing of the desktop's shines through."""
    role = QPalette.ColorRole
    shown = {
        role.Window: colours.background,
        role.WindowText: colours.text,
        role.Base: colours.base,
        role.AlternateBase: mixed(colours.base, colours.background, 0.5),
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.dim_text,
        role.Text: colours.text,
        role.Button: colours.raised,
        role.ButtonText: colours.text,
        role.BrightText: colours.error,
        role.Light: mixed(colours.raised, QColor("white"), 0.8),
        role.Midlight: colours.raised,
        role.Mid: colours.border,
        role.Dark: mixed(colours.background, QColor("black"), 0.7),
        role.Shadow: QColor("black"),
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.link,
        role.LinkVisited: colours.link,
    }
    palette = QPalette()
    for name, colour in shown.items():
        palette.setColor(name, colour)
    disabled = QPalette.ColorGroup.Disabled
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(disabled, name, faint(colours))
    palette.setColor(disabled, role.Highlight, colours.raised)
    return palette


def faint(colours: Colours) -> QColor:
    """Of text and drawings that cannot be used now."""
    return mixed(colours.text, colours.background, _DISABLED)


def style_tokens(colours: Colours) -> dict[str, str]:
    """The colours by name, as a style sheet writes them."""
    names = {field.name: getattr(colours, field.name).name() for field in fields(colours)}
    names["faint"] = faint(colours).name()
    names["tint"] = mixed(colours.accent, colours.background, _TINT).name()
    return names
