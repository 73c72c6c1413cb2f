#!/usr/bin/env bash
# Everything: formats, lints, types, unit tests, stories, the browser, the real window under Xvfb.
set -euo pipefail
cd "$(dirname "$0")/.."
step() { printf '\n== %s (%s s)\n' "$*" "$SECONDS"; }

step "what is needed"
YES=${YES:-${CI:+1}} scripts/need.sh test
scripts/interface.sh
step "formats and lints"
scripts/lengths.sh
cargo fmt --all --check
npm --prefix ui run --silent check
# One set of features for all that follows, so that nothing is built twice.
all=(--workspace --features rida/custom-protocol)
cargo clippy --quiet "${all[@]}" --all-targets -- -D warnings
step "the interface's tests"
npm --prefix ui run --silent test
npm --prefix ui run --silent test:browser
step "build"
cargo build --quiet "${all[@]}"
step "the person's page in a browser"
node --test tests/portal/
step "the window holds on to its own SQLite"
scripts/exports.sh
step "tests"
export SEEDS=${SEEDS:-2000}
xvfb-run -a -s '-screen 0 1366x768x24' dbus-run-session -- scripts/unlocked.sh \
  cargo test --quiet "${all[@]}"
git diff --exit-code --stat -- ui/src/api/generated || {
  echo "The window's types differ from the desk's: commit what 'make types' wrote." >&2
  exit 1
}
step "done"
