"""Grading: a suite is collected once and run on one submission after another, each in workers of its own."""
