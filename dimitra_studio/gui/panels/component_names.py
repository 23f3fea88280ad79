"""What the components are called in the window."""

from PySide6.QtCore import QCoreApplication

from dimitra_studio.core.rig import COMPONENTS


def component_name(component: str) -> str:
    """The name of one of ``COMPONENTS``, or of blinks, as a heading or on a button."""
    names = {
        "lips": QCoreApplication.translate("Components", "Lips"),
        "expression": QCoreApplication.translate("Components", "Expression"),
        "pose": QCoreApplication.translate("Components", "Head"),
        "blink": QCoreApplication.translate("Components", "Blinks"),
    }
    return names[component]


def component_letter(component: str) -> str:
    """One letter for a badge, different for each component."""
    letters = {
        "lips": QCoreApplication.translate("Components", "L"),
        "expression": QCoreApplication.translate("Components", "E"),
        "pose": QCoreApplication.translate("Components", "H"),
    }
    return letters[component]


def join_components(components: tuple[str, ...]) -> str:
    """Name several components in a sentence, in their usual order."""
    names = [component_name(name).lower() for name in COMPONENTS if name in components]
    if len(names) < 2:
        return "".join(names)
    return QCoreApplication.translate("Components", "{first} and {last}").format(
        first=", ".join(names[:-1]), last=names[-1]
    )
