#!/usr/bin/env bash
# Runs in Trunk before it reads public/index.html: makes the assets which that page links to
# from .work/, a folder that is not watched, so that making them starts no further build.
set -euo pipefail

# What esbuild has bundled terser makes smaller still, by a twentieth of what readers load.
shrink() { terser "$1" --compress passes=3 --mangle --toplevel --output "$1"; }

node tools/base-map.mjs .work/base-map.json
# One sheet and one script, bundled and minified, so that Trunk's hash is of what is served. Icons
# are written into the sheet.
esbuild style/main.css --bundle --minify --loader:.svg=dataurl --log-level=warning --outfile=.work/site.css
# Inlined into each frame page, with their hashes in its policy: what they weigh every frame weighs.
esbuild style/frame-page.css --bundle --minify --log-level=warning --outfile=.work/frame/frame.css
for script in frame pin; do
  esbuild public/$script.js --bundle --minify --format=iife --target=es2020 --log-level=warning --outfile=.work/frame/$script.js
done
# What articles name for years: its name has no hash.
esbuild public/embed.js --bundle --minify --format=iife --target=es2020 --log-level=warning --outfile=.work/embed.js
# What snippets have inlined: kept free of what systems that edit articles spoil, so no syntax is changed.
esbuild public/snippets/listener.js --minify-whitespace --minify-identifiers --log-level=warning --outfile=.work/frame/listener.js
# What makes a share page live comes only there, and where its dialog is opened.
rm -rf .work/share
esbuild public/share.js --bundle --minify --format=esm --target=es2020 --log-level=warning --outfile=.work/share/share.js
shrink .work/share/share.js
share=$(sha256sum .work/share/share.js | cut -c 1-16)
mv .work/share/share.js ".work/share/share-$share.js"
# What makes downloads comes only when one is asked for, by a name with a hash of its own, which
# boot.js has to know.
rm -rf .work/take-along
esbuild public/take-along.js --bundle --minify --format=esm --target=es2020 --log-level=warning --outfile=.work/take-along/take-along.js
shrink .work/take-along/take-along.js
hash=$(sha256sum .work/take-along/take-along.js | cut -c 1-16)
mv .work/take-along/take-along.js ".work/take-along/take-along-$hash.js"
esbuild public/boot.js --bundle --minify --format=iife --target=es2020 --log-level=warning --outfile=.work/boot.js \
  --define:TAKE_ALONG="\"take-along-$hash.js\"" --define:SHARE="\"share-$share.js\""
shrink .work/boot.js
