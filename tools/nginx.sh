#!/usr/bin/env bash
# Prints the path of an nginx for the browser tests and, on a second line, the path of its module
# that sends files compressed beforehand with brotli; the line is empty where that is built in.
# Takes both from the system; as root on Debian or Ubuntu it installs them, without starting a
# service; otherwise it stops with the line to type. Only the paths go to standard output.
set -euo pipefail

PACKAGES=(nginx libnginx-mod-http-brotli-static)
MODULE=ngx_http_brotli_static_module.so

# An ordinary user's PATH may lack the folders where systems keep their servers.
export PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin"

find_nginx() {
  local nginx module built
  nginx=$(command -v nginx) || return 1
  built=$("$nginx" -V 2>&1)
  grep -q -- --with-http_gzip_static_module <<<"$built" || return 1
  if grep -q -- '--add-module=[^ ]*brotli' <<<"$built"; then
    module=""
  else
    module=$(sed -n 's/.*--modules-path=\([^ ]*\).*/\1/p' <<<"$built")/$MODULE
    [ -r "$module" ] || return 1
  fi
  printf '%s\n%s\n' "$nginx" "$module"
}

may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# Nothing may come to listen on port 80 because tests were run, now or when the machine starts.
without_services() {
  local policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    trap "rm -f '$policy'" EXIT
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
  fi
  "$@"
}
install() {
  local had_nginx=""
  if command -v nginx >/dev/null; then had_nginx=yes; fi
  echo "tests: installing ${PACKAGES[*]} with apt-get, once" >&2
  {
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive without_services apt-get install -y -qq --no-install-recommends "${PACKAGES[@]}"
    if [ -z "$had_nginx" ]; then update-rc.d nginx disable; fi
  } >&2
}

if ! find_nginx >/dev/null && may_install; then install; fi
if ! find_nginx; then
  echo "tests: nginx with its modules gzip_static and brotli_static is missing." >&2
  echo "tests: Type:  sudo apt-get install -y ${PACKAGES[*]}" >&2
  echo "tests: or put another system's nginx, built with both, on the PATH." >&2
  exit 1
fi
