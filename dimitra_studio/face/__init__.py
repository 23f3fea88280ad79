"""The 3DMM and how a face in a picture or video is turned into its curves."""
