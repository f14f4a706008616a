#!/usr/bin/env bash
# Builds dist/ whole, or leaves it as it was and fails. `make build` and tools/serve.mjs both
# run this, so what is served while editing is what is published.
set -euo pipefail
cd "$(dirname "$0")/.."

tools/setup.sh
export PATH="$PWD/.tools/bin:$PWD/node_modules/.bin:$PATH"
# Trunk reads NO_COLOR as a flag and refuses "1".
if [ -n "${NO_COLOR:-}" ]; then export NO_COLOR=true; fi
# A failing hook has said what is wrong; where in Trunk that was noticed is of no use.
export RUST_BACKTRACE=0

# Messages of panics carry source paths: without this, every reader loads this machine's.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=. --remap-path-prefix=$(rustc --print sysroot)/lib/rustlib/src/rust/library=."
# tools/trim-wasm.mjs tells apart by what the linker notes which data is in use.
CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS+=" -C link-arg=--emit-relocs"

[ -d dist ] || echo "build: the first one compiles every crate for the browser, a minute or two"
echo "build: dist/"
# Trunk assembles in dist/.stage and moves it up at the end; after a failure that is left behind.
if ! trunk --log warn build --release; then
  rm -rf dist/.stage
  rmdir dist 2>/dev/null || true
  echo "build: failed; dist/ is as it was" >&2
  exit 1
fi
