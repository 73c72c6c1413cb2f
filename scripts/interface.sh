#!/usr/bin/env bash
# Builds the interface into ui/dist when one of its sources is newer than the last build.
set -euo pipefail
cd "$(dirname "$0")/../ui"
if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --no-audit --no-fund --loglevel=error
  touch node_modules/.package-lock.json
fi
built=dist/index.html
newer=$([ -e "$built" ] && find src index.html vite.config.ts package.json -newer "$built" -print -quit || echo none)
[ -z "$newer" ] || npm run --silent build
