"""OpenGL without a window, on any thread: VisPy's gloo draws into a picture in memory.

The window itself stays free of OpenGL. With an OpenGL widget in it, Qt would compose all of the
window on the graphics card, or on a processor that plays one, at every repaint of any panel.
"""

from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QOffscreenSurface, QOpenGLContext, QSurfaceFormat
from PySide6.QtOpenGL import QOpenGLFramebufferObject, QOpenGLFramebufferObjectFormat
from vispy.gloo import gl
from vispy.gloo.context import FakeCanvas, set_current_canvas

_SAMPLES = 4  # of each pixel where edges are smooth
_PROGRAMS = ("llvmpipe", "softpipe", "software", "swiftshader", "basic render", "gdi generic")


def make_surface() -> QOffscreenSurface:
    """What a canvas needs from the GUI thread, where it must be made and destroyed."""
    surface = QOffscreenSurface()
    surface.setFormat(_surface_format())
    surface.create()
    return surface


def _surface_format() -> QSurfaceFormat:
    wanted = QSurfaceFormat()
    wanted.setVersion(2, 1)
    wanted.setProfile(QSurfaceFormat.OpenGLContextProfile.NoProfile)
    wanted.setDepthBufferSize(24)
    return wanted


class GlCanvas(FakeCanvas):  # type: ignore[misc]  # VisPy ships no types
    """A picture that gloo draws into; use it on the thread that made it.

    Args:
        surface: from ``make_surface``.

    Raises:
        RuntimeError: where there is no OpenGL for this thread.
    """

    def __init__(self, surface: QOffscreenSurface) -> None:
        self._surface = surface
        self._gl = QOpenGLContext()
        self._gl.setFormat(surface.format())
        if not (surface.isValid() and self._gl.create() and self._gl.makeCurrent(surface)):
            raise RuntimeError("OpenGL does not work here")
        self._target: QOpenGLFramebufferObject | None = None
        self._resolved: QOpenGLFramebufferObject | None = None
        super().__init__()
        self._samples = 0
        name = str(gl.glGetParameter(gl.GL_RENDERER)).lower()
        self.software = any(program in name for program in _PROGRAMS)
        """Whether there is no graphics card, but a program that plays one."""

    @property
    def _backend(self) -> Self:
        """Where gloo asks for the framebuffer to draw into."""
        return self

    def _vispy_get_fb_bind_location(self) -> int:
        assert self._target is not None  # gloo draws between begin and end
        return self._target.handle()

    def begin(self, width: int, height: int, *, smooth: bool = True) -> Any:
        """Start a picture; return gloo's context to draw it with."""
        samples = _SAMPLES if smooth else 0
        if not self._gl.makeCurrent(self._surface):
            raise RuntimeError("the graphics card was lost")
        wanted = (QSize(width, height), samples)
        if self._target is None or (self._target.size(), self._samples) != wanted:
            self._make_buffers(*wanted)
        assert self._target is not None
        self._target.bind()
        self.set_current()
        return self.context

    def set_current(self) -> None:
        """Let gloo objects that are made now belong to this canvas."""
        set_current_canvas(self)

    def end(self) -> NDArray[np.uint8]:
        """``(height, width, 4)`` the picture, its first row that which was drawn lowest."""
        self.flush()
        target = self._target
        assert target is not None
        size = target.size()
        gl.glFinish()  # waits without the interpreter's lock, which Qt's calls below would hold
        if self._resolved is not None:
            QOpenGLFramebufferObject.blitFramebuffer(self._resolved, target)
            self._resolved.bind()
        pixels = gl.glReadPixels(0, 0, size.width(), size.height(), gl.GL_RGBA, gl.GL_UNSIGNED_BYTE)
        return np.frombuffer(pixels, np.uint8).reshape(size.height(), size.width(), 4)

    def close(self) -> None:
        """Free the graphics card's memory."""
        if self._gl.makeCurrent(self._surface):
            self._target = self._resolved = None
            self._gl.doneCurrent()

    def _make_buffers(self, size: QSize, samples: int) -> None:
        self._target = self._resolved = None
        wanted = QOpenGLFramebufferObjectFormat()
        wanted.setAttachment(QOpenGLFramebufferObject.Attachment.Depth)
        wanted.setSamples(samples)
        self._target, self._samples = QOpenGLFramebufferObject(size, wanted), samples
        if not self._target.isValid():
            raise RuntimeError(
                f"there is no memory for a picture of {size.width()} x {size.height()} pixels"
            )
        if self._target.format().samples() > 0:
            self._resolved = QOpenGLFramebufferObject(size)
