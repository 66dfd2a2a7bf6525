"""Figures: none."""
