#!/usr/bin/env bash
# Runs the native command-line tool, compiling it first if its sources changed.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ ! -x "${CARGO_TARGET_DIR:-target}/native/qawlan" ]; then
  echo "qawlan: compiling the command-line tool, a minute or two, once" >&2
fi
exec cargo run --quiet --offline --profile native --bin qawlan -- "$@"
