#!/usr/bin/env bash
# Checks that this machine has what Rida is built with, and installs what is missing after asking.
# YES=1 answers yes. `need.sh test` also looks for what the tests use.
set -euo pipefail

say() { printf '%s\n' "$*" >&2; }
at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

rust=$(rustc --version 2>/dev/null | cut -d' ' -f2 || true)
[ -n "$rust" ] || { say "Rust is missing: install Rust 1.95 or newer (https://rustup.rs), then run this again."; exit 1; }
at_least 1.95 "$rust" || { say "Rust $rust is too old: run 'rustup update stable' to get 1.95 or newer."; exit 1; }
node=$(node --version 2>/dev/null | tr -d v || true)
[ -n "$node" ] || { say "Node is missing: install Node 20.19 or newer (https://nodejs.org), then run this again."; exit 1; }
at_least 20.19 "$node" || { say "Node $node is too old: install Node 20.19 or newer."; exit 1; }

build=(build-essential pkg-config file curl libssl-dev patchelf libwebkit2gtk-4.1-dev)
tests=(python3 python3-aiosmtpd xvfb xauth webkit2gtk-driver dbus dbus-x11 gnome-keyring chromium at-spi2-core procps)
packages=("${build[@]}")
[ "${1:-}" = test ] && packages+=("${tests[@]}")

if ! command -v dpkg-query >/dev/null; then
  say "This is no Debian or Ubuntu: make sure that the counterparts of these are installed: ${packages[*]}"
  exit 0
fi
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

say "System packages that are missing: ${missing[*]}"
if [ "${YES:-}" != 1 ]; then
  [ -t 0 ] || { say "Run again with YES=1 to install them, or install them yourself."; exit 1; }
  read -rp "Install them now? [y/N] " answer
  [[ "$answer" =~ ^[yY] ]] || { say "Nothing was installed."; exit 1; }
fi
sudo=()
[ "$(id -u)" = 0 ] || sudo=(sudo)
"${sudo[@]}" apt-get -o DPkg::Lock::Timeout=600 update -qq
DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get -o DPkg::Lock::Timeout=600 install -y -qq \
  --no-install-recommends "${missing[@]}" >/dev/null
say "Installed."
