#!/usr/bin/env bash
# The window's binary must export no SQLite symbol: WebKitGTK would bind to SQLCipher's.
set -euo pipefail
cd "$(dirname "$0")/.."
binary=${CARGO_TARGET_DIR:-target}/debug/rida
exported=$(nm -D --defined-only "$binary" | grep -c ' sqlite3_' || true)
[ "$exported" = 0 ] || { echo "$binary exports $exported symbols of SQLite." >&2; exit 1; }
