#!/usr/bin/env bash
# Every row of performance, each beside its limit, into target/bench/report.json. Names of rows and
# numbers of cases as arguments measure only these.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/need.sh test
scripts/interface.sh
build=${CARGO_TARGET_DIR:-$PWD/target}/release
cargo build --quiet --profile bench --workspace --features rida/custom-protocol --bins
"$build/bench" "$@"
xvfb-run -a -s '-screen 0 1366x768x24' dbus-run-session -- "$build/window-bench"
