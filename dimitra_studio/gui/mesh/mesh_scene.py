"""The mesh on the graphics card: buffers that stay, and two that follow the motion."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from vispy import gloo

from dimitra_studio.gui.mesh import shaders
from dimitra_studio.gui.mesh.orbit import Orbit
from dimitra_studio.gui.mesh.style import Colour, Style, Texture
from dimitra_studio.pipeline.preview import GAMMA, LANDMARK_GROUPS, MeshSource, PhotoTexture

Floats = NDArray[np.float32]

_CLAY = (0.50, 0.40, 0.34)  # linear RGB
_MIRRORED = np.diag([1.0, -1.0, 1.0, 1.0])  # OpenGL's pictures begin at the bottom, Qt's on top
_LINE_OPACITY = 0.35
_LINE_NEARER, _POINT_NEARER = 2e-4, 4e-3
_PLACES, _SPARE = 1 << 20, 1 << 18  # steps of a texture coordinate, and of those below zero
_MOVING = [("a_place", np.float32, 3), ("a_normal", np.float32, 3)]


class MeshScene:
    """Draws one person with gloo; made while its canvas is current.

    Args:
        source: of the mesh.
        photo: the person's photograph, where there is one.
    """

    def __init__(self, source: MeshSource, photo: PhotoTexture | None = None) -> None:
        self._source = source
        corners = source.triangles.ravel()
        texels = source.uv.reshape(-1, 2)
        # A vertex on a seam of the texture has several places in it. One number for both, since
        # numpy sorts rows with Python's lock held, and the window would wait for it.
        across, down = np.round(texels.T * 65536.0).astype(np.int64) + _SPARE
        keys = (corners * _PLACES + across) * _PLACES + down
        _, first, index = np.unique(keys, return_index=True, return_inverse=True)
        self._gather = corners[first]
        self._moving = gloo.VertexBuffer(np.zeros(len(first), _MOVING))
        self._triangles = gloo.IndexBuffer(index.reshape(-1).astype(np.uint32))
        copy = np.zeros(int(corners.max()) + 1, np.uint32)
        copy[self._gather] = np.arange(len(first), dtype=np.uint32)
        self._edges = gloo.IndexBuffer(copy[source.edges].ravel())
        self._surface = self._make_surface(texels[first])
        self._set_photo(photo)
        self._backdrop = gloo.Program(shaders.BACKDROP_VERTEX, shaders.BACKDROP_FRAGMENT)
        self._backdrop["a_corner"] = np.array([[-1, -1], [1, -1], [-1, 1], [1, 1]], np.float32)
        self._lines = gloo.Program(shaders.LINE_VERTEX, shaders.LINE_FRAGMENT)
        self._lines["a_place"] = self._moving["a_place"]
        self._points = gloo.Program(shaders.MARK_VERTEX, shaders.POINT_FRAGMENT)
        self._marks: tuple[tuple[str, Colour], ...] | None = None

    def _make_surface(self, texels: Floats) -> Any:
        program = gloo.Program(shaders.SURFACE_VERTEX, shaders.SURFACE_FRAGMENT)
        look, gather = self._source.look, self._gather
        upright = texels * (1.0, -1.0) + (0.0, 1.0)  # a picture's first row is on top
        table = np.column_stack([look.sky_share, look.wrap, look.gloss])
        program["a_texel"] = np.ascontiguousarray(upright, np.float32)
        program["a_look"] = np.ascontiguousarray(table[gather], np.float32)
        program["u_skin"] = _texture(self._source.skin)
        program["u_colours"] = np.array([colour for _, colour in look.lights], np.float32)
        program["u_front"] = [float(towards[2] > 0.0) for towards, _ in look.lights]
        program["u_sky"], program["u_ground"] = look.sky, look.ground
        program["u_bleed"], program["u_clay"] = look.bleed, _CLAY
        program["u_gamma"] = GAMMA
        program.bind(self._moving)
        return program

    def _set_photo(self, photo: PhotoTexture | None) -> None:
        table = np.zeros((len(self._gather), 4), np.float32)
        table[:, 3] = self._source.look.skin[self._gather]
        image = np.zeros((1, 1, 4), np.uint8)
        if photo is not None:
            table[:, :2] = photo.places[self._gather]
            table[:, 2] = photo.weight[self._gather]
            image = photo.image
        self._surface["a_photo"] = table
        self._surface["u_photo"] = _texture(image)
        self._surface["u_gain"] = np.ones(3, np.float32) if photo is None else photo.gain
        self._has_photo = photo is not None

    def draw(
        self, context: Any, vertices: Floats, orbit: Orbit, style: Style, size: tuple[int, int]
    ) -> None:
        """Draw one frame.

        Args:
            context: gloo's.
            vertices: ``(V, 3)`` metres.
            orbit: from where.
            style: how.
            size: width and height in pixels.
        """
        table = np.concatenate([vertices, self._source.normals(vertices)], 1)[self._gather]
        self._moving.set_data(table.view(_MOVING).reshape(-1))
        matrix = (_MIRRORED @ orbit.matrix(*size)).T.astype(np.float32)
        context.set_viewport(0, 0, *size)
        context.set_state(depth_test=False, cull_face=False, blend=False)
        self._backdrop["u_middle"], self._backdrop["u_border"] = style.middle, style.border
        self._backdrop.draw("triangle_strip")
        context.clear(color=False, depth=True)
        context.set_state(depth_test=True, cull_face=True)
        context.set_front_face("cw")  # since the picture is mirrored
        self._draw_surface(matrix, orbit, style.texture)
        context.set_state(
            blend=True, cull_face=False, blend_func=("src_alpha", "one_minus_src_alpha")
        )
        if style.wireframe:
            self._lines["u_matrix"], self._lines["u_nearer"] = matrix, _LINE_NEARER
            self._lines["u_colour"] = (*style.lines, _LINE_OPACITY)
            self._lines.draw("lines", self._edges)
        if style.landmarks:
            self._draw_marks(matrix, vertices, style)

    def _draw_surface(self, matrix: Floats, orbit: Orbit, texture: Texture) -> None:
        surface, look = self._surface, self._source.look
        turn = Orbit(yaw=orbit.yaw).rotation()  # lamps go round with the camera, as in a studio
        surface["u_matrix"], surface["u_eye"] = matrix, orbit.eye().astype(np.float32)
        lamps = np.array([towards for towards, _ in look.lights])
        surface["u_lamps"] = (lamps @ turn).astype(np.float32)
        photo = texture == "photo" and self._has_photo
        surface["u_share"] = (float(texture != "shaded"), float(photo))
        surface.draw("triangles", self._triangles)

    def _draw_marks(self, matrix: Floats, vertices: Floats, style: Style) -> None:
        places = self._source.landmarks(vertices)
        if style.marks != self._marks:
            self._marks = style.marks
            self._points["a_colour"] = _mark_colours(dict(style.marks), len(places))
        self._points["a_place"] = places
        self._points["u_matrix"], self._points["u_nearer"] = matrix, _POINT_NEARER
        self._points["u_size"] = style.mark_size
        self._points.draw("points")


def _texture(image: NDArray[np.uint8]) -> Any:
    return gloo.Texture2D(
        np.ascontiguousarray(image), interpolation="linear", wrapping="clamp_to_edge"
    )


def _mark_colours(colours: dict[str, Colour], n_points: int) -> Floats:
    table = np.empty((n_points, 4), np.float32)
    table[:] = (*colours["points"], 0.7)
    for group, contours in LANDMARK_GROUPS.items():
        for contour in contours:
            table[list(contour)] = (*colours[group], 1.0)
    return table
