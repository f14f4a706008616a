#!/usr/bin/env bash
# Prints the path of a Chromium for the browser tests. Takes one from PATH; as root on Debian
# or Ubuntu it installs one, with fonts for Arabic, Armenian and Latin; otherwise it stops with
# the line to type. Only the path goes to standard output.
set -euo pipefail

PACKAGES=(chromium fonts-noto-core)

find_chromium() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" && return
  done
  return 1
}
# Without fontconfig nothing can be said about fonts, and nothing is.
lacks_arabic() { command -v fc-list >/dev/null && [ -z "$(fc-list 'Noto Naskh Arabic' family)" ]; }

may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }
install() {
  echo "tests: installing ${PACKAGES[*]} with apt-get, a minute or two, once" >&2
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${PACKAGES[@]}"; } >&2
}

if may_install && { ! find_chromium >/dev/null || lacks_arabic; }; then install; fi
if ! find_chromium; then
  echo "tests: Chromium is missing. Type:  sudo apt-get install -y ${PACKAGES[*]}" >&2
  echo "tests: or put another system's chromium or google-chrome on the PATH." >&2
  exit 1
fi
