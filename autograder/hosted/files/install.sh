#!/usr/bin/env bash
# install.sh FOLDER ENVIRONMENT: an environment with the autograder of a bundle and what it needs.
# AUTOGRADER_PACKAGES names a folder of packages to use where there is no network.
set -euo pipefail
folder="$1"
environment="$2"

usable() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

python=""
for name in python3 python3.14 python3.13 python3.12 python3.11; do
  if usable "$name"; then python="$name"; break; fi
done
if [ -z "$python" ] || ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  if [ -n "$python" ]; then
    versions="$("$python" -c 'import sys; print("{}.{}".format(*sys.version_info))')"
  else
    versions="3.13 3.12 3.11"
  fi
  for version in $versions; do
    if apt-get install -y -qq "python$version" "python$version-venv"; then python="python$version"; break; fi
  done
fi
if [ -z "$python" ]; then
  echo "No Python 3.11 or newer, and none can be installed: choose a newer base image." >&2
  exit 1
fi

"$python" -m venv --clear "$environment"
install=("$environment/bin/python" -I -m pip install --quiet --disable-pip-version-check)
if [ -n "${AUTOGRADER_PACKAGES:-}" ]; then
  echo "$AUTOGRADER_PACKAGES" > "$("$environment/bin/python" -I -c 'import site; print(site.getsitepackages()[0])')/packages.pth"
else
  "${install[@]}" -r "$folder/requirements.txt"
fi
"${install[@]}" --no-deps --no-index "$folder"/*.whl
