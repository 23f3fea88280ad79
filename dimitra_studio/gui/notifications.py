"""Notices at the bottom right of the window, which hold up nobody."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dimitra_studio.gui.notice import Level, Notice

__all__ = ["Level", "NotificationArea"]

_MOST = 4  # at once; the oldest gives way
_WIDTH = 58  # characters
_MARGIN = 0.8  # lines of text
_MOVES = {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide}


class NotificationArea(QWidget):
    """A stack of notices on top of its parent; as large as they are, so it covers nothing else.

    Information fades after some seconds unless pointed at; warnings and errors stay until they
    are dismissed.
    """

    details_requested = Signal(str, str)  # sentence, details
    noticed = Signal(str, str)  # level, sentence

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self._notices: list[Notice] = []
        self._reduced_motion = False
        self._place_of = parent
        self.setAccessibleName(self.tr("Notices"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(self.fontMetrics().height() // 2)
        parent.installEventFilter(self)
        self.hide()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Let notices vanish instead of fade."""
        self._reduced_motion = reduced

    def stand_in(self, place: QWidget) -> None:
        """Keep to the corner of one widget of the window while that is seen, off the panels."""
        self._place_of = place
        place.installEventFilter(self)
        self._place()

    def notices(self) -> list[Notice]:
        """Those that are shown, the oldest first."""
        return list(self._notices)

    def show_notice(
        self,
        level: Level,
        sentence: str,
        action_text: str | None = None,
        action: Callable[[], None] | None = None,
        details: str | None = None,
    ) -> Notice:
        """Say something; a sentence that is there already is counted instead.

        Args:
            level: ``info``, ``ok``, ``warning`` or ``error``.
            sentence: what there is to say.
            action_text: of a button that helps.
            action: what the button does; the notice goes away then.
            details: what the button "Details" leads to.
        """
        self.noticed.emit(level, sentence)
        for notice in self.notices():
            if notice.says(level, sentence):
                notice.count_again()
                self._place()
                return notice
        self._make_room()
        notice = Notice(
            level,
            sentence,
            action_text=action_text,
            action=action,
            details=details,
            reduced_motion=self._reduced_motion,
            parent=self,
        )
        notice.dismissed.connect(self._on_dismissed)
        notice.details_requested.connect(self.details_requested)
        self._notices.append(notice)
        self._layout.addWidget(notice)
        notice.show()
        self.show()
        self.raise_()
        self._place()
        self._announce(level, sentence)
        return notice

    def clear(self) -> None:
        """Take all notices away."""
        for notice in self.notices():
            notice.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the parent's size."""
        if event.type() in _MOVES:
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Grow and shrink with the notices."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def _make_room(self) -> None:
        shown = self.notices()
        if len(shown) >= _MOST:
            fleeting = [notice for notice in shown if notice.fades]
            (fleeting or shown)[0].dismiss()

    def _on_dismissed(self, notice: Notice) -> None:
        self._notices.remove(notice)
        self._layout.removeWidget(notice)
        notice.hide()
        notice.deleteLater()
        self.setVisible(bool(self._notices))
        self._place()

    def _place(self) -> None:
        if not self._notices:
            return
        margin = round(self.fontMetrics().height() * _MARGIN)
        place = self._place_of if self._place_of.isVisible() else self._host
        corner = place.mapTo(self._host, place.rect().bottomRight())
        width = self.fontMetrics().averageCharWidth() * _WIDTH
        width = min(width, self._host.width() - 2 * margin)
        height = self._layout.totalHeightForWidth(width)
        if height < 0:
            height = self._layout.totalSizeHint().height()
        left = max(corner.x() + 1 - width - margin, margin)
        self.setGeometry(left, corner.y() + 1 - height - margin, width, height)

    def _announce(self, level: Level, sentence: str) -> None:
        event = QAccessibleAnnouncementEvent(self, sentence)
        urgent = level in {"warning", "error"}
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)
