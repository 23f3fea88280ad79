"""The talking portrait beside the mesh."""
