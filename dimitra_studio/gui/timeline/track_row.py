"""A row of the timeline: what it is on the left, what is in it on the right."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from dimitra_studio.gui.timeline.time_axis import TimeAxis
from dimitra_studio.gui.timeline.track_box import TrackBox
from dimitra_studio.gui.timeline.track_view import TrackView


class TrackRow(QWidget):
    """Header and view side by side.

    Args:
        axis: the visible time.
        header: what stands on the left; the rows give all headers the same width.
        name: of the row in the user's language, for screen readers.
    """

    def __init__(
        self, axis: TimeAxis, header: QWidget, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.header = header
        self.box = TrackBox(axis)
        self.view = TrackView(self.box)
        self.view.setAccessibleName(name)
        self.header.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(self.view, 1)

    def set_header_width(self, width: int) -> None:
        """Line the row up with the others."""
        self.header.setFixedWidth(width)

    def set_lines(self, least: float, most: float | None = None) -> None:
        """Bound the height, in lines of text; without ``most`` the row grows at will."""
        line = self.fontMetrics().height()
        self.setMinimumHeight(round(least * line))
        if most is not None:
            self.setMaximumHeight(round(most * line))


def make_title(text: str) -> QLabel:
    """The header of a row without controls."""
    label = QLabel(text)
    label.setIndent(label.fontMetrics().averageCharWidth())
    return label
