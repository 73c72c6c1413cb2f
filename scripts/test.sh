#!/usr/bin/env bash
# Everything: the fast part, then the browser, then the real window under Xvfb.
set -euo pipefail
cd "$(dirname "$0")/.."
YES=${YES:-${CI:+1}} scripts/need.sh test
scripts/check.sh
npm --prefix ui run --silent test:browser
cargo build --quiet -p rida --features custom-protocol
cargo clippy --quiet -p rida --all-targets --features custom-protocol -- -D warnings
xvfb-run -a -s '-screen 0 1366x768x24' dbus-run-session -- scripts/unlocked.sh \
  cargo test --quiet -p stories --features window --test desktop -- --test-threads=1
