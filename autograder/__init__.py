"""Exercises for learning deep learning by implementing it, and the autograder that scores them."""

__version__ = "0.1.0"
