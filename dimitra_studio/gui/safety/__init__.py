"""Autosave, recovery and saving without a pause."""
