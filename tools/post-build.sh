#!/usr/bin/env bash
# Runs in Trunk when everything but the pages is in the staging folder: trims and
# minifies what wasm-bindgen wrote, adds the base map and the hosts' settings, has the native tool write the
# pages and the published data, makes the whole dataset's downloads of it, adds the sample host pages, and compresses it all. A failure here fails the build before dist/
# is touched.
set -euo pipefail

# What it prints are the pass's names, many and of no use.
node tools/trim-wasm.mjs "$TRUNK_STAGING_DIR"/app-*_bg.wasm "$TRUNK_STAGING_DIR"/app-*.js \
  "${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/release/app.wasm" >/dev/null
glue=$(echo "$TRUNK_STAGING_DIR"/app-*.js)
terser "$glue" --module --compress passes=3 --mangle --output "$glue"
# The two only work together, so both are called by what they are now: Trunk's hash is of what they
# were, and a copy that a browser kept from before these tools changed would not fit.
hash=$(cat "$TRUNK_STAGING_DIR"/app-*.js "$TRUNK_STAGING_DIR"/app-*_bg.wasm | sha256sum | cut -c 1-16)
mv "$TRUNK_STAGING_DIR"/app-*.js "$TRUNK_STAGING_DIR/app-$hash.js"
mv "$TRUNK_STAGING_DIR"/app-*_bg.wasm "$TRUNK_STAGING_DIR/app-${hash}_bg.wasm"
sed -i "s/app-[0-9a-f]\{8,\}/app-$hash/g" "$TRUNK_STAGING_DIR/index.html"
mkdir -p "$TRUNK_STAGING_DIR/published"
cp .work/base-map.json "$TRUNK_STAGING_DIR/published/base-map.json"
cp .work/take-along/take-along-*.js .work/share/share-*.js "$TRUNK_STAGING_DIR/"
cp .work/embed.js "$TRUNK_STAGING_DIR/embed.js"
tools/qawlan.sh publish --records public/data --base-map .work/base-map.json --frame .work/frame --pins public/pinned --into "$TRUNK_STAGING_DIR"
tools/qawlan.sh cards --records public/data --fonts node_modules/@expo-google-fonts --cache .work/cards --into "$TRUNK_STAGING_DIR"
node tools/whole-dataset.mjs "$TRUNK_STAGING_DIR"
node tools/samples.mjs "$TRUNK_STAGING_DIR"
node tools/headers.mjs "$TRUNK_STAGING_DIR"
# QAWLAN_DRAFT is set while someone edits: what they look at is served as it is.
if [ -z "${QAWLAN_DRAFT:-}" ]; then node tools/compress.mjs "$TRUNK_STAGING_DIR"; fi
