"""The graph editor: one or several curves with their keys."""
