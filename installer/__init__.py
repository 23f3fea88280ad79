"""Set-up and build recipes; no part of the application."""
