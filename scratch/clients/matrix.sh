#!/usr/bin/env bash
# Runs MCP clients of other projects in the presets of the client check, and writes what was found.
#
#   scratch/clients/matrix.sh [CLIENT[/VARIANT]...]     all clients without a name
#
# Starts the built server jar, or uses SERVER, the URL of one that runs with CLIENT_CHECK=true. Writes one line of JSON for each client, variant and preset to matrix.jsonl, and the tables of
# docs/reference/clients.md. PRESETS names presets, separated by commas; REPORTS a directory for the whole reports;
# OFFICIAL_SUITE a checkout of the repository of the official suite, with its dependencies installed, for its example client.
# Takes about 4 minutes for each client (inspector-web and mcpc 15). Needs npm and Maven, which install the clients once, and
# Chromium for inspector-web.
set -euo pipefail
script="$(realpath "$0")"
cd "$(dirname "$script")"
. ./client.sh

# Client, variant, version, and whether it can log in.
rows="typescript-sdk-1 http 1.32.2 login
typescript-sdk-1 sse 1.32.2 -
typescript-sdk-2 legacy 2.4.0 login
typescript-sdk-2 modern 2.4.0 login
typescript-sdk-2 auto 2.4.0 login
ai-sdk modern 2.0.99 login
ai-sdk legacy 2.0.99 login
mcp-use http 1.34.6 login
mcp-remote http 0.15.1 login
mcp-remote auto 0.15.1 login
mcpc http 0.2.6 login
langchain-adapters http 1.1.4 login
inspector-cli legacy 2.12.0 -
inspector-cli modern 2.12.0 -
inspector-web legacy 2.12.0 login
inspector-web modern 2.12.0 login
java-sdk-classic http 2.2.0 -
java-sdk-classic sse 2.2.0 -
java-sdk-modern http 2.2.0 -
spring-ai http 2.0.1 -
langchain4j http 1.18.1-beta28 -
langchain4j http-get 1.18.1-beta28 -
kotlin-sdk http 0.16.0 -
kotlin-sdk sse 0.16.0 -"
[ -z "${OFFICIAL_SUITE:-}" ] || for scenario in initialize tools_call json-schema-ref-no-deref request-metadata \
  sep-2322-client-request-state elicitation-defaults auth.metadata-default auth.scope-step-up; do
  rows="$rows
official-example $scenario ${OFFICIAL_VERSION:-0.2.0-alpha.11} official"
done

if [ -z "${SERVER:-}" ]; then
  jar=../../everything-server/target/everything-server.jar
  [ -f "$jar" ] || { echo "There is no $jar: run mvn -q -DskipTests package first" >&2; exit 2; }
  port="${PORT:-3298}"
  SERVER="http://localhost:$port"
  log="$(mktemp)"
  CLIENT_CHECK=true AUTH_MODE=none STORE=memory HOST=127.0.0.1 PORT="$port" ADMIN_PORT=$((port + 1)) BASE_URI="$SERVER" \
    java -jar "$jar" server ../../config.yml >"$log" 2>&1 &
  pid=$!
  trap 'kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true' EXIT
  for _ in $(seq 150); do
    curl -sf -o /dev/null "$SERVER/health" && break
    kill -0 "$pid" 2>/dev/null || { echo "The server did not start:" >&2; tail -30 "$log" >&2; exit 1; }
    sleep 0.2
  done
fi

while read -r client variant version login; do
  [ $# -eq 0 ] || has "$client" "$@" || has "$client/$variant" "$@" || continue
  prepare "$client"
  node matrix.mjs run "$SERVER" "${RESULTS:-matrix.jsonl}" "$client" "$variant" "$version" \
    "${PRESETS:-$(node matrix.mjs presets "$login")}" -- "${command[@]}" </dev/null
done <<<"$rows"
node matrix.mjs page "${RESULTS:-matrix.jsonl}" ../../docs/reference/clients.md
