#!/usr/bin/env bash
# Shows that either era can be deleted: scratch/delete-era.sh [stateful] [stateless]
# On a copy of the tree: deletes the era's packages and its lines in META-INF/services, builds
# the rest, starts it, and checks requests of the other era. Without arguments both eras are tested, one after the other.
set -euo pipefail
cd "$(dirname "$0")/.."

tree="$PWD"
java="${JAVA:-java}"
port="${PORT:-3399}"
work="$(mktemp -d)"
server=
end() {
  [ -z "$server" ] || { kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; }
  server=
}
trap 'end; rm -rf "$work"' EXIT

fail() { echo "FAILED: $*" >&2; exit 1; }

copy() {
  mkdir "$1"
  (cd "$tree" && tar -cf - --exclude=target --exclude=.git --exclude=node_modules .) | tar -xf - -C "$1"
}

cut_out() {
  local era="$1" main=mcp-dropwizard/src/main/java/io/everythingmcp/server
  local services=mcp-dropwizard/src/main/resources/META-INF/services
  rm -r "$main/protocol/$era"
  [ "$era" = stateless ] || rm -r "$main/session" "$main/management/session"
  # What is left of the era are the lines of its providers.
  sed -i -E "/\.protocol\.$era\./d" "$services"/*
  [ "$era" = stateless ] || sed -i '/\.management\.session\./d' "$services"/*
  # Javadoc may name removed classes; code may not.
  if grep -rnE "^import .*\.protocol\.$era\b" mcp-dropwizard/src/main everything-server/src/main --include='*.java'; then
    fail "something still imports the era $era"
  fi
}

build() {
  local args=(-q -B -pl everything-server -am -Dmaven.test.skip=true package)
  mvn -o "${args[@]}" > build.log 2>&1 || mvn -ntp "${args[@]}" > build.log 2>&1 || { tail -40 build.log >&2; fail "it does not build"; }
}

start() {
  HOST=127.0.0.1 PORT="$port" ADMIN_PORT=$((port + 1)) AUTH_MODE=none STORE=memory FIXTURES=true \
    "$java" -jar everything-server/target/everything-server.jar server config.yml > server.log 2>&1 &
  server=$!
  for _ in $(seq 150); do
    curl -sf -o /dev/null "http://localhost:$port/health" && return
    kill -0 "$server" 2>/dev/null || break
    sleep 0.2
  done
  tail -30 server.log >&2
  fail "it does not start"
}

# post BODY [HEADER ...]: the status in $status, the response in $body, its headers in $head
post() {
  local data="$1"
  shift
  local args=()
  for header in "$@"; do args+=(-H "$header"); done
  status="$(curl -s -o body -D head -w '%{http_code}' -X POST "http://localhost:$port/mcp" -H 'Content-Type: application/json' \
    -H 'Accept: application/json, text/event-stream' "${args[@]}" --data "$data")"
  body="$(cat body)"
  head="$(cat head)"
}

expect() {
  [ "$status" = "$1" ] || fail "$3: status $status, not $1: $body"
  grep -qE -- "$2" <<< "$body" || fail "$3: no $2 in $body"
  echo "  ok: $3"
}

meta='"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}'
modern='MCP-Protocol-Version: 2026-07-28'
initialize='{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}'
discover='{"jsonrpc":"2.0","id":1,"method":"server/discover","params":{'$meta'}}'
echo_call='"name":"echo","arguments":{"message":"still here"}'

without_stateful() {
  post "$discover" "$modern" 'Mcp-Method: server/discover'
  expect 200 '"supportedVersions":\["2026-07-28"\]' "server/discover names one revision"
  post '{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{'"$echo_call,$meta"'}}' "$modern" 'Mcp-Method: tools/call' 'Mcp-Name: echo'
  expect 200 'still here' "a tool is called without a session"
  post "$initialize"
  expect 400 '"code":-32022' "initialize gets the supported versions"
  [ "$(curl -s -o /dev/null -w '%{http_code}' "http://localhost:$port/sse")" = 404 ] || fail "/sse is still there"
  echo "  ok: /sse is gone"
}

without_stateless() {
  post "$initialize"
  expect 200 '"protocolVersion":"2025-11-25"' "initialize begins a session"
  local session
  session="$(tr -d '\r' <<< "$head" | sed -n 's/^[Mm]cp-[Ss]ession-[Ii]d: *//p')"
  [ -n "$session" ] || fail "no session id: $head"
  post '{"jsonrpc":"2.0","method":"notifications/initialized"}' "Mcp-Session-Id: $session" 'MCP-Protocol-Version: 2025-11-25'
  [ "$status" = 202 ] || fail "notifications/initialized: $status"
  post '{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{'"$echo_call"'}}' "Mcp-Session-Id: $session" 'MCP-Protocol-Version: 2025-11-25'
  expect 200 'still here' "a tool is called in a session"
  post "$discover" "$modern" 'Mcp-Method: server/discover'
  expect 400 '"code":-32000' "what is too new is refused as an old server does"
}

[ "$#" -gt 0 ] || set -- stateful stateless
for era in "$@"; do
  echo "== without the era $era"
  copy "$work/$era"
  cd "$work/$era"
  cut_out "$era"
  build
  start
  "without_$era"
  end
  cd "$tree"
done
