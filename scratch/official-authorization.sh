#!/usr/bin/env bash
# Runs the official suite's authorization scenarios against the built jar: against the server that is its own authorization
# server, and against the command auth-server. Needs Node 22 or later, which npx takes from npm.
set -euo pipefail
cd "$(dirname "$0")/.."

suite="@modelcontextprotocol/conformance@${SUITE_VERSION:-0.2.0-alpha.12}"
java="${JAVA:-java}"
port="${PORT:-3297}"
out="$(mktemp -d)"
jar=everything-server/target/everything-server.jar
[ -f "$jar" ] || { echo "There is no $jar: run mvn -q -DskipTests package first" >&2; exit 2; }

server=
stop() {
  [ -z "$server" ] || { kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; }
  server=
}
trap stop EXIT

failed=0
for command in server auth-server; do
  issuer="http://localhost:$port"
  AUTH_MODE=integrated STORE="${STORE:-memory}" HOST=127.0.0.1 PORT="$port" ADMIN_PORT=$((port + 1)) \
    BASE_URI="$issuer" AUTH_SERVER_URL="$issuer" AUTH_SERVER_PORT="$port" AUTH_SERVER_ADMIN_PORT=$((port + 1)) \
    "$java" -jar "$jar" "$command" config.yml > "$out/$command.log" 2>&1 &
  server=$!
  for _ in $(seq 150); do
    curl -sf -o /dev/null "$issuer/health" && break
    kill -0 "$server" 2>/dev/null || { echo "It did not start:" >&2; tail -30 "$out/$command.log" >&2; exit 1; }
    sleep 0.2
  done
  echo "== official suite, authorization, $command"
  node scratch/official/person.mjs "$issuer" "$issuer/mcp" "$out/$command" -- \
    npx -y -p node@22 -p "$suite" conformance > "$out/$command-suite.log" 2>&1 || failed=1
  node scratch/official/count.mjs authorization "$out/$command" || failed=1
  stop
done
if [ "$failed" != 0 ]; then
  echo "The official suite did not pass; its output is in $out" >&2
  exit 1
fi
