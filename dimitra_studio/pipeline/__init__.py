"""From a portrait and a recording to a talking head: the one door to the engine.

What leaves this package upwards is numpy and frozen dataclasses, never a tensor or a network.
"""
