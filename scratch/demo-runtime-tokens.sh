#!/usr/bin/env bash
# Tokens that come and go, at a server that was started with docs/demos/runtime-tokens.yml:
#   scratch/demo-runtime-tokens.sh [rounds]
# Every EVERY seconds (5) a token is added and used; STAY seconds (30) later it is removed.
set -euo pipefail
server="${SERVER:-http://localhost:${PORT:-3232}}"
token="${MANAGEMENT_TOKEN:-the-token-of-the-demos}"
every="${EVERY:-5}"
stay="${STAY:-30}"
rounds="${1:-12}"

manage() { curl -sS -X "$1" "$server/management/tenants/visitors/tokens" -H "Authorization: Bearer $token" -d "$2"; }
status() {
  curl -sS -o /dev/null -w '%{http_code}' "$server/mcp" -H "Authorization: Bearer $1" \
    -H 'Content-Type: application/json' -H 'Accept: application/json, text/event-stream' \
    -d '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"demo","version":"1"}}}'
}
leave() {
  sleep "$stay"
  manage DELETE "{\"token\":\"$1\"}"
  printf '%s...  taken away, used: %s\n' "${1:0:8}" "$(status "$1")"
}

for round in $(seq "$rounds"); do
  visitor="visit$(printf '%03d' "$round")-$RANDOM$RANDOM$RANDOM"
  manage POST "{\"token\":\"$visitor\"}" >/dev/null
  printf '%s...  added, used: %s\n' "${visitor:0:8}" "$(status "$visitor")"
  leave "$visitor" &
  sleep "$every"
done
wait
