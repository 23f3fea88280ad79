"""Networks trained on the user's own video."""
