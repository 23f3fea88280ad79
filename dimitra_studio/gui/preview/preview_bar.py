"""The row of tools above the preview."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from dimitra_studio.gui import theme
from dimitra_studio.gui.mesh.style import TEXTURES, Texture
from dimitra_studio.gui.preview.modes import MODES, Mode
from dimitra_studio.gui.preview.tool_button import (
    make_button,
    make_menu_button,
    make_toggle,
    set_silently,
)


class PreviewBar(QWidget):
    """Says what the user wants to see, and shows what is seen.

    Buttons that a command of the window stands for are named after it (``objectName``).
    """

    mode_changed = Signal(str)  # one of MODES
    landmarks_changed = Signal(bool)
    wireframe_changed = Signal(bool)
    texture_changed = Signal(str)  # one of Texture
    view_chosen = Signal(str)  # one of mesh.orbit.VIEWS, or "reset"
    full_size_changed = Signal(bool)
    compared_changed = Signal(object)  # name of the take to compare with, or None
    showing_b_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mode: Mode = "both"
        self._has_opengl = self._has_photo = True
        self._modes = {mode: self._make_mode(mode) for mode in MODES}
        self._landmarks = make_toggle(
            self, "landmarks", self.tr("Landmarks"), self.tr("Show the landmarks over the face")
        )
        self._wireframe = make_toggle(self, "wireframe", self.tr("Wireframe"))
        self._textures, self._texture_button = self._make_textures()
        self._view_button = self._make_views()
        self._full_size = QAction(self.tr("Full resolution"), self, checkable=True)
        self._full_size.setToolTip(self.tr("Draw large portraits in their own size, if slower"))
        self._reset = make_button(
            self, "reset_view", "reset-view", self.tr("Reset the view"),
            self.tr("Put camera and zoom of the preview back"),
        )  # fmt: skip
        self._takes = self._make_takes()
        self._ab = make_toggle(self, "compare", self.tr("Show take B"))
        self._toggles = {
            button.objectName(): button for button in (self._landmarks, self._wireframe, self._ab)
        }
        self._lay_out()

        self._landmarks.toggled.connect(self.landmarks_changed)
        self._wireframe.toggled.connect(self.wireframe_changed)
        self._full_size.toggled.connect(self.full_size_changed)
        self._reset.clicked.connect(self._on_reset_clicked)
        self._takes.activated.connect(self._on_take_activated)
        self._ab.toggled.connect(self.showing_b_changed)
        self.set_mode("both")
        self.set_compared((), None)

    def set_mode(self, mode: Mode) -> None:
        """Show which views are seen."""
        self._mode = mode
        button = self._modes[mode]
        with QSignalBlocker(button):
            button.setChecked(True)
        self._explain()

    def set_landmarks(self, shown: bool) -> None:
        """Show whether landmarks are."""
        set_silently(self._landmarks, shown)

    def set_wireframe(self, shown: bool) -> None:
        """Show whether the edges of the mesh are."""
        set_silently(self._wireframe, shown)

    def set_texture(self, texture: Texture) -> None:
        """Show what is on the mesh."""
        self._textures[texture].setChecked(True)  # told by triggered, which only the user fires

    def set_full_size(self, full_size: bool) -> None:
        """Show whether portraits are drawn in their own size."""
        with QSignalBlocker(self._full_size):
            self._full_size.setChecked(full_size)

    def set_abilities(self, *, opengl: bool, photo: bool) -> None:
        """Offer only what can be drawn.

        Args:
            opengl: whether there is OpenGL.
            photo: whether there is a photograph of the person.
        """
        self._has_opengl, self._has_photo = opengl, photo
        self._explain()

    def set_compared(self, names: tuple[str, ...], current: str | None) -> None:
        """Offer takes to compare with.

        Args:
            names: of the takes.
            current: the one compared with now.
        """
        with QSignalBlocker(self._takes):
            self._takes.clear()
            self._takes.addItem(self.tr("No comparison"), None)
            for name in names:
                self._takes.addItem(name, name)
            self._takes.setCurrentIndex(max(self._takes.findData(current), 0))
        self._takes.setEnabled(bool(names))
        if not names:
            self._takes.setToolTip(self.tr("There is no take yet to compare with"))
        else:
            self._takes.setToolTip(self.tr("Take B, to compare the project with"))
        self._explain()

    def set_showing_b(self, shown: bool) -> None:
        """Show whether take B is seen."""
        set_silently(self._ab, shown)

    def shows(self, name: str) -> bool:
        """Whether ``landmarks``, ``wireframe`` or ``compare`` is on."""
        return self._toggles[name].isChecked()

    def toggle(self, name: str) -> None:
        """Do as a click on ``landmarks``, ``wireframe`` or ``compare`` does."""
        self._toggles[name].click()

    def choose_mode(self, mode: Mode) -> None:
        """Do as a click on the button of the mode does."""
        self._modes[mode].click()

    def cycle_texture(self) -> None:
        """Go on to the next texture that can be drawn."""
        if not self._texture_button.isEnabled():
            return
        order = [texture for texture in self._textures if self._textures[texture].isEnabled()]
        now = [self._textures[texture].isChecked() for texture in order]
        following = order[(now.index(True) + 1) % len(order)] if True in now else order[0]
        self._textures[following].trigger()

    def _explain(self) -> None:
        """Enable what can be used now; tooltips of the rest say what is missing."""
        mesh = self._mode != "portrait"
        hidden = self.tr("Show the mesh first")
        driver = self.tr("This needs OpenGL, which does not work here; update the graphics driver")
        reason = driver if not self._has_opengl else hidden
        able = mesh and self._has_opengl
        for button, text in (
            (self._wireframe, self.tr("Show the edges of the mesh")),
            (self._texture_button, self.tr("What the mesh shows: shape, skin or portrait")),
        ):
            button.setEnabled(able)
            button.setToolTip(text if able else reason)
        self._view_button.setEnabled(mesh)
        self._view_button.setToolTip(self.tr("Look at the mesh from a side") if mesh else hidden)
        self._textures["photo"].setEnabled(self._has_photo)
        self._full_size.setEnabled(self._has_photo)
        compares = self._takes.currentData() is not None
        self._ab.setEnabled(compares)
        self._ab.setToolTip(
            self.tr("Change between the project (A) and the take compared with (B)")
            if compares
            else self.tr("Choose a take to compare with first")
        )

    def _make_mode(self, mode: Mode) -> QToolButton:
        command, icon, text, tooltip = {
            "portrait": ("show_portrait", "portrait", self.tr("Portrait alone"),
                         self.tr("Show the talking portrait alone")),
            "mesh": ("show_mesh", "mesh", self.tr("Mesh alone"),
                     self.tr("Show the 3D head alone")),
            "both": ("show_both", "split-view", self.tr("Portrait and mesh"),
                     self.tr("Show both side by side")),
        }[mode]  # fmt: skip
        button = make_button(self, command, icon, text, tooltip)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.clicked.connect(self._on_mode_clicked)
        return button

    def _make_textures(self) -> tuple[dict[Texture, QAction], QToolButton]:
        texts: dict[Texture, str] = {
            "shaded": self.tr("Shaded"),
            "skin": self.tr("Skin"),
            "photo": self.tr("Portrait"),
        }
        button = make_menu_button(self, "texture", "texture", self.tr("Texture"))
        group = QActionGroup(self)
        actions: dict[Texture, QAction] = {}
        for texture in TEXTURES:
            action = QAction(texts[texture], group, checkable=True)
            action.setData(texture)
            actions[texture] = action
        group.triggered.connect(self._on_texture_triggered)
        button.menu().addActions(group.actions())
        return actions, button

    def _make_views(self) -> QToolButton:
        button = make_menu_button(self, "views", "front", self.tr("View of the mesh"))
        for name, icon, text in (
            ("front", "front", self.tr("Front")),
            ("left", "left", self.tr("Left side")),
            ("right", "right", self.tr("Right side")),
            ("three_quarter_left", "left", self.tr("Three quarters, left")),
            ("three_quarter_right", "right", self.tr("Three quarters, right")),
        ):
            action = QAction(theme.icon(icon), text, button.menu())
            action.setData(name)
            button.menu().addAction(action)
        button.menu().triggered.connect(self._on_view_triggered)
        return button

    def _make_takes(self) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName("compared")
        box.setAccessibleName(self.tr("Take to compare with"))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return box

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        gap = self.fontMetrics().height() // 5
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap)
        groups: tuple[tuple[QWidget, ...], ...] = (
            tuple(self._modes.values()),
            (self._landmarks,),
            (self._wireframe, self._texture_button, self._view_button),
            (self._reset,),
        )
        for index, group in enumerate(groups):
            if index:
                line = QFrame(self, frameShape=QFrame.Shape.VLine, frameShadow=QFrame.Shadow.Plain)
                line.setForegroundRole(self.palette().ColorRole.Mid)
                layout.addWidget(line)
            for widget in group:
                layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._takes)
        layout.addWidget(self._ab)
        menu = self._texture_button.menu()
        menu.addSeparator()
        menu.addAction(self._full_size)

    def _on_mode_clicked(self) -> None:
        for mode, button in self._modes.items():
            if button.isChecked() and mode != self._mode:
                self.set_mode(mode)
                self.mode_changed.emit(mode)

    def _on_texture_triggered(self, action: QAction) -> None:
        self.texture_changed.emit(action.data())

    def _on_view_triggered(self, action: QAction) -> None:
        self.view_chosen.emit(action.data())

    def _on_reset_clicked(self) -> None:
        self.view_chosen.emit("reset")

    def _on_take_activated(self, index: int) -> None:
        self._explain()
        self.compared_changed.emit(self._takes.itemData(index))
