#!/usr/bin/env bash
# The fast part: formats, lints, types, unit tests. No window, no browser.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/need.sh
scripts/interface.sh
scripts/lengths.sh
cargo fmt --all --check
cargo clippy --quiet --all-targets -- -D warnings
cargo test --quiet
git diff --exit-code --stat -- ui/src/api/generated || {
  echo "The window's types differ from the desk's: commit what 'make types' wrote." >&2
  exit 1
}
npm --prefix ui run --silent check
npm --prefix ui run --silent test
