"""Draws the rig with OpenGL, without a window; needs the optional package moderngl."""

import weakref
from typing import Any

import moderngl
import numpy as np
from numpy.typing import NDArray

from dimitra_studio.face.camera import Camera
from dimitra_studio.face.rigs import StudioRig

Floats = NDArray[np.float32]

SAMPLES = 4  # of each pixel
WINDOWLESS: dict[str, Any] = {"backend": "egl"}
NEAR, FAR = 0.05, 20.0  # metres

VERTEX = """
#version 330
in vec4 place;
in vec3 light;
in vec3 highlight;
in vec2 texel;
centroid out vec3 lit;
centroid out vec3 glint;
centroid out vec2 at;
void main() {
    gl_Position = place;
    lit = light;
    glint = highlight;
    at = texel;
}
"""

FRAGMENT = """
#version 330
uniform sampler2D skin;
uniform float gamma;
centroid in vec3 lit;
centroid in vec3 glint;
centroid in vec2 at;
out vec4 colour;
void main() {
    colour = vec4(pow(texture(skin, at).rgb, vec3(gamma)) * lit + glint, 1.0);
}
"""


class OpenGLCanvas:
    """Draws with OpenGL through EGL.

    Args:
        rig: whose triangles and texture coordinates.
        camera: gives the size.
        texture: ``(h, w, 3)`` sRGB.
        gamma: from sRGB to linear.

    Raises:
        Exception: of any kind, where there is no OpenGL 3.3.
    """

    def __init__(
        self, rig: StudioRig, camera: Camera, texture: NDArray[np.uint8], gamma: float
    ) -> None:
        self._size = camera.width, camera.height
        self._corners = rig.triangles.ravel()
        self._context = moderngl.create_context(standalone=True, **WINDOWLESS)
        # Nothing in it is freed one by one: Python would do so while another context is in use,
        # and take away what has the same number there.
        self._release = weakref.finalize(self, self._context.release)
        try:
            self._build(rig, texture, gamma)
        except BaseException:
            self.close()
            raise

    def _build(self, rig: StudioRig, texture: NDArray[np.uint8], gamma: float) -> None:
        context = self._context
        program = context.program(vertex_shader=VERTEX, fragment_shader=FRAGMENT)
        program["gamma"] = gamma
        n = len(self._corners)
        self._moving = context.buffer(reserve=n * 10 * 4)
        texels = context.buffer(np.ascontiguousarray(rig.uv.reshape(-1, 2), "f4").tobytes())
        self._mesh = context.vertex_array(
            program,
            [
                (self._moving, "4f 3f 3f", "place", "light", "highlight"),
                (texels, "2f", "texel"),
            ],
        )
        height, width = texture.shape[:2]
        upright = np.ascontiguousarray(texture[::-1])  # the first row of a texture is its lowest
        skin = context.texture((width, height), 3, upright.tobytes(), alignment=1)
        skin.filter = (moderngl.LINEAR, moderngl.LINEAR)
        skin.repeat_x = skin.repeat_y = False
        skin.use(0)
        self._skin = skin
        samples = min(SAMPLES, context.max_samples)
        self._target = context.framebuffer(
            [context.renderbuffer(self._size, 4, samples=samples, dtype="f2")],
            context.depth_renderbuffer(self._size, samples=samples),
        )
        self._result = context.framebuffer([context.renderbuffer(self._size, 4, dtype="f2")])

    def draw(self, points: Floats, depth: Floats, light: Floats, highlight: Floats) -> Floats:
        """As ``render.mesh.Canvas`` says."""
        width, height = self._size
        slope = (FAR + NEAR) / (FAR - NEAR)
        shift = 2.0 * FAR * NEAR / (FAR - NEAR)
        place = np.stack(
            [
                (2.0 * points[:, 0] / width - 1.0) * depth,
                (1.0 - 2.0 * points[:, 1] / height) * depth,
                slope * depth - shift,
                depth,
            ],
            1,
        )
        table = np.concatenate([place, light, highlight], 1).astype("f4")
        with self._context:  # another canvas of this thread may have drawn last
            self._moving.write(np.ascontiguousarray(table[self._corners]).tobytes())
            self._target.use()
            self._context.enable_only(moderngl.DEPTH_TEST | moderngl.CULL_FACE)
            self._context.front_face = "ccw"
            self._target.clear(0.0, 0.0, 0.0, 0.0)
            self._mesh.render()
            self._context.copy_framebuffer(self._result, self._target)
            raw = self._result.read(components=4, dtype="f2", alignment=1)
        picture = np.frombuffer(raw, np.float16).reshape(height, width, 4)
        return picture[::-1].astype(np.float32)

    def close(self) -> None:
        """Free the context and all that is in it."""
        self._release()
