"""How the mesh is shown."""

from dataclasses import dataclass
from typing import Literal, get_args

Colour = tuple[float, float, float]
"""sRGB, 0 to 1."""

Texture = Literal["shaded", "skin", "photo"]
"""What the skin shows: nothing, the rig's own texture, or the person's photograph."""

TEXTURES: tuple[Texture, ...] = get_args(Texture)


@dataclass(frozen=True, slots=True)
class Style:
    """How the mesh is shown.

    Args:
        texture: of the skin.
        wireframe: whether the edges are drawn.
        landmarks: whether the 478 landmarks are drawn.
        middle: sRGB of the background behind the head, 0 to 1.
        border: the same at the border.
        lines: sRGB of the edges.
        marks: sRGB of each group of landmarks; "points" for those in none.
        mark_size: diameter of a landmark in pixels.
    """

    texture: Texture
    wireframe: bool
    landmarks: bool
    middle: Colour
    border: Colour
    lines: Colour
    marks: tuple[tuple[str, Colour], ...]
    mark_size: float
