"""How long a test waits for what it has started: a backstop against waiting for ever, and no measure of speed."""

PATIENCE = 3600  # seconds of wall time, on the busiest machine
