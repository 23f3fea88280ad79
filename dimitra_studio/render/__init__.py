"""From motion to pictures: the portrait, the mesh, and video."""
