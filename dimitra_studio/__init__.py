"""Dimitra Studio: a portrait and a recording become a talking head."""

__version__ = "0.1.0"
