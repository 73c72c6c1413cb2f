#!/usr/bin/env bash
# A platform of one's own on loopback, the demo agency, a backlog, and the window.
#   BACKLOG=file.csv  brings another backlog      MAP=file.toml  says how to read it
#   ROLE=manager      opens the manager's window beside the handler's
#   FRESH=1           begins anew                 YES=1          installs without asking
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
only=${1:-}
data=${RIDA_DATA:-$root/data}
port=${RIDA_PORT:-7410}
address=http://127.0.0.1:$port
backlog=${BACKLOG:-$root/crates/platform/tests/fixtures/nyc311_sample.csv}
map=${MAP:-$root/crates/platform/mappings/nyc311.toml}
role=${ROLE:-handler}

say() { printf '%s\n' "$*" >&2; }

scripts/need.sh
if [ "$only" != platform ] && [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  say "There is no display here. Run this from a desktop session, or under a virtual one:"
  say "  xvfb-run -a -s '-screen 0 1366x768x24' dbus-run-session -- make run"
  say "or run the platform alone: make platform"
  exit 1
fi
[ -e "$backlog" ] || { say "No such backlog: $backlog. Give BACKLOG=path/to/file.csv."; exit 1; }

target=${CARGO_TARGET_DIR:-$root/target}/debug
say "Building (the first time takes some minutes)…"
if [ "$only" = platform ]; then
  cargo build --quiet -p platform
else
  scripts/interface.sh
  # Together, so that nothing that both need is built twice.
  cargo build --quiet -p platform -p rida --features rida/custom-protocol
fi

up() { curl -fsS -m 2 -o /dev/null "$address/health" 2>/dev/null; }
if [ "${FRESH:-}" = 1 ]; then
  up && { say "A platform already runs on $address: stop it before FRESH=1."; exit 1; }
  rm -rf "$data"
fi
mkdir -p "$data"

started=
stop() { [ -z "$started" ] || { kill "$started" 2>/dev/null; wait "$started" 2>/dev/null; } || true; }
trap stop EXIT
trap 'exit 130' INT TERM
if ! up; then
  platform=("$target/platform" --data "$data/platform")
  "${platform[@]}" setup --demo "$root/crates/platform/demo"
  # 3: rows were refused and the others entered; the report above names them.
  "${platform[@]}" import --map "$map" --assign 40 "$backlog" || [ $? = 3 ]
  if [ "$only" = platform ]; then
    trap - EXIT INT TERM
    exec "${platform[@]}" serve --bind "127.0.0.1:$port"
  fi
  "${platform[@]}" serve --bind "127.0.0.1:$port" &
  started=$!
  for _ in $(seq 100); do up && break; sleep 0.1; done
  up || { say "The platform did not start; see its words above."; exit 1; }
elif [ "$only" = platform ]; then
  say "A platform already runs on $address."
  exit 0
fi

"$target/rida" --platform "$address" --root "$data/desks" --profile "$role"
