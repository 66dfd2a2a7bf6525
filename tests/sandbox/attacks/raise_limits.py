"""Raises its own limits."""

import resource


def attack(target):
    raised = []
    for which in (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE):
        try:
            resource.setrlimit(which, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            raised.append(which)
        except (OSError, ValueError):
            continue
    return len(raised) == 3
