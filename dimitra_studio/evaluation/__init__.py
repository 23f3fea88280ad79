"""How good a motion or a video is, measured."""
