#!/usr/bin/env bash
# Runs the official conformance suite against the built server jar: scratch/official-suite.sh [REVISION ...]
# Every scenario must pass without a failure or a warning, the unscored ones too.
# Needs Node 22 or later, which npx takes from npm. JAVA names the java to use, SUITE_VERSION another release of the suite.
set -euo pipefail
cd "$(dirname "$0")/.."

suite="@modelcontextprotocol/conformance@${SUITE_VERSION:-0.2.0-alpha.12}"
java="${JAVA:-java}"
port="${PORT:-3299}"
out="$(mktemp -d)"
jar=everything-server/target/everything-server.jar
[ -f "$jar" ] || { echo "There is no $jar: run mvn -q -DskipTests package first" >&2; exit 2; }

FIXTURES=true AUTH_MODE=none STORE=memory HOST=127.0.0.1 PORT="$port" ADMIN_PORT=$((port + 1)) \
  "$java" -jar "$jar" server config.yml > "$out/server.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true' EXIT

for _ in $(seq 150); do
  curl -sf -o /dev/null "http://localhost:$port/health" && break
  kill -0 "$server" 2>/dev/null || { echo "The server did not start:" >&2; tail -30 "$out/server.log" >&2; exit 1; }
  sleep 0.2
done

[ "$#" -gt 0 ] || set -- 2025-11-25 2026-07-28
failed=0
for revision in "${@}"; do
  echo "== official suite, --requirements $revision"
  npx -y -p node@22 -p "$suite" conformance server --url "http://localhost:$port/mcp" \
    --requirements "$revision" --timeout 60000 -o "$out/$revision" > "$out/$revision.log" 2>&1 || failed=1
  sed -n '/=== SUMMARY ===/,$p' "$out/$revision.log"
  node scratch/official/count.mjs "$revision" "$out/$revision" || failed=1
done
if [ "$failed" != 0 ]; then
  echo "The official suite did not pass; its output is in $out" >&2
  exit 1
fi
