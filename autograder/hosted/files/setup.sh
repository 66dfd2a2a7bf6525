#!/usr/bin/env bash
# Run once, when Gradescope builds the image of the assignment.
set -euo pipefail
root="${AUTOGRADER_ROOT:-/autograder}"

# With bubblewrap the sandbox is at its strongest, where the container lets it; without, the next level is used.
if [ -z "${AUTOGRADER_PACKAGES:-}" ] && ! command -v bwrap >/dev/null && command -v apt-get >/dev/null; then
  { apt-get update -qq && apt-get install -y -qq bubblewrap; } || echo "No bubblewrap: the sandbox does without."
fi
bash "$root/source/install.sh" "$root/source" "${AUTOGRADER_ENVIRONMENT:-/opt/autograder}"
chmod -R go-rwx "$root/source"
