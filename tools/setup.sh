#!/usr/bin/env bash
# Gets everything a build needs, once: the Rust toolchain with its WebAssembly target, trunk,
# wasm-bindgen, the npm packages and the crates. Every make target calls it, so it must cost
# well under a second when there is nothing to do.
set -euo pipefail
cd "$(dirname "$0")/.."

# What html-validate asks for.
NODE=20.19

say() { echo "set-up: $*"; }
stop() { echo "set-up: $*" >&2; exit 1; }
# The tools run for a second and are compiled for minutes: not optimised, and with the crates that
# both are made of compiled once, they are ready in a third of the time and build no slower.
install_crate() {
  CARGO_TARGET_DIR=.work/tools CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 cargo install --quiet --root .tools "$@"
}
# True when every file is the same as when `stamp` last saw it under this name.
unchanged() { local name=$1; shift; cat "$@" 2>/dev/null | cmp -s - ".work/stamps/$name"; }
stamp() { local name=$1; shift; mkdir -p .work/stamps; cat "$@" > ".work/stamps/$name"; }

command -v rustup >/dev/null && command -v cargo >/dev/null ||
  stop "rustup is missing. Install it from https://rustup.rs and open a new shell."
command -v node >/dev/null && command -v npm >/dev/null ||
  stop "Node.js $NODE or newer with npm is missing. Get it from https://nodejs.org or your system's packages."
node_version=$(node --version)
[ "$(printf '%s\n' "$NODE" "${node_version#v}" | sort -V | head -n 1)" = "$NODE" ] ||
  stop "Node.js $NODE or newer is needed, this is $node_version."

mkdir -p .tools .work
# Two commands started together must not install over each other.
if command -v flock >/dev/null; then exec 9>.tools/lock; flock 9; fi

channel=$(sed -n 's/^channel = "\(.*\)"$/\1/p' rust-toolchain.toml)
sysroot=$(rustc --print sysroot 2>/dev/null || true)
if [ ! -d "${sysroot:-/nonexistent}/lib/rustlib/wasm32-unknown-unknown" ] || [ ! -x "$sysroot/bin/cargo-clippy" ]; then
  say "fetching Rust $channel with its WebAssembly target"
  rustup toolchain install "$channel" --profile minimal --no-self-update \
    --target wasm32-unknown-unknown --component rustfmt --component clippy
fi

export PATH="$PWD/.tools/bin:$PATH"
trunk=$(sed -n 's/^trunk-version = "=\(.*\)"$/\1/p' Trunk.toml)
if [ "$(trunk --version 2>/dev/null)" != "trunk $trunk" ]; then
  say "building trunk $trunk, about 2 minutes on two cores, once"
  install_crate "trunk@$trunk" --locked --no-default-features
fi

# The command must be of the very version that the lockfile holds. Not --locked: its own
# lockfile asks for a dependency that is no longer to be had.
bindgen=$(grep -A1 '^name = "wasm-bindgen"$' Cargo.lock | sed -n 's/^version = "\(.*\)"$/\1/p')
if [ "$(wasm-bindgen --version 2>/dev/null)" != "wasm-bindgen $bindgen" ]; then
  say "building wasm-bindgen $bindgen, about a minute on two cores, once"
  install_crate "wasm-bindgen-cli@$bindgen"
fi
rm -rf .work/tools

if [ ! -d node_modules ] || ! unchanged npm package.json package-lock.json .npmrc; then
  say "fetching the npm packages"
  npm ci --loglevel=error
  stamp npm package.json package-lock.json .npmrc
fi

if ! unchanged cargo Cargo.toml Cargo.lock; then
  say "fetching the crates"
  host=$(rustc -vV | sed -n 's/^host: //p')
  cargo fetch --quiet ${CI:+--locked} --target "$host" --target wasm32-unknown-unknown
  stamp cargo Cargo.toml Cargo.lock
fi
