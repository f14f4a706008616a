#!/usr/bin/env bash
# Makes a pin, as `make pin EVENT=… LANG=…` asks: a copy of a frame in one file, named by its hash,
# in public/pinned/.
#
#   tools/pin.sh LANGUAGE events/ID|episodes/ID
set -euo pipefail
cd "$(dirname "$0")/.."

if [ $# -ne 2 ] || [ -z "$1" ] || [ "${2#*/}" = "" ]; then
  cat >&2 <<'END'
pin: say what to pin and in which language. Type:
    make pin EVENT=2031-04-02-bridge LANG=en
    make pin EPISODE=2031-april LANG=en
END
  exit 1
fi
tools/setup.sh
export PATH="$PWD/.tools/bin:$PWD/node_modules/.bin:$PATH"
tools/pre-build.sh
tools/qawlan.sh pin --records public/data --base-map .work/base-map.json --frame .work/frame --into public/pinned --language "$1" "$2"
echo "pin: commit the file; every build publishes it as it is, and the share dialog offers it"
