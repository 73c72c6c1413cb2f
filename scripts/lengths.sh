#!/usr/bin/env bash
# A file that is written by hand is read in one sitting: 400 lines at most.
set -euo pipefail
cd "$(dirname "$0")/.."
long=$(git ls-files -- '*.rs' '*.ts' '*.tsx' '*.css' '*.sh' '*.sql' '*.md' '*.html' '*.ftl' '*.toml' \
  ':!*/generated/*' | xargs wc -l | awk '$1 > 400 && $2 != "total"')
[ -z "$long" ] || { printf 'Longer than 400 lines, part them:\n%s\n' "$long" >&2; exit 1; }
