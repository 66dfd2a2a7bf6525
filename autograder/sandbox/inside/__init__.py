"""All that runs in a sandbox: standard library, NumPy and the files of this folder, and nothing else of ours.

The trusted side shares `wire`, `guarded` and `stubs` by package name; inside, they are imported by bare names.
"""
