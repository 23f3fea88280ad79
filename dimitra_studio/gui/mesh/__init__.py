"""The rig in a VisPy canvas."""
