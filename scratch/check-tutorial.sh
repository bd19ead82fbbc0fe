#!/usr/bin/env bash
# Executes docs/start/tutorial.md: writes its files, runs its commands in their order, and checks what the page promises.
# Prints how many seconds each step takes. The Inspector needs a network and Node.js 22.19; INSPECTOR=off leaves it out.
set -euo pipefail
cd "$(dirname "$0")/.."
repository="$PWD" page="$PWD/docs/start/tutorial.md"
work="$(mktemp -d)"
server= running=
end() { [ -z "$server" ] || { kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; }; }
finish() {
  [ -z "$running" ] || { cat "$work/out.txt" >&2; echo "FAILED: $(head -1 "$running")" >&2; }
  end
  rm -rf "$work"
}
trap finish EXIT
fail() { echo "FAILED: $*" >&2; exit 1; }

# One file per block, in the order of the page: NN.sh to execute, NN.file with the path in the first line to write.
awk -v work="$work" '
  /^```/ && inside { inside = 0; close(out); path = ""; next }
  /^```/ { inside = 1; n++; kind = substr($0, 4)
    out = sprintf("%s/%02d.%s", work, n, kind == "sh" ? "sh" : path != "" ? "file" : "skipped")
    if (kind != "sh" && path != "") print path > out
    next }
  inside { print > out; next }
  /^`[^`]+`:$/ { path = substr($0, 2, length($0) - 3); next }
' "$page"

healthy() {
  for _ in $(seq 300); do
    kill -0 "$server" 2>/dev/null || { cat "$work/server.log" >&2; fail "the server does not start"; }
    curl -sf -o /dev/null http://localhost:3232/health && return
    sleep 0.2
  done
  fail "the server does not start in 60 seconds"
}
if curl -s -o /dev/null http://localhost:3232/; then fail "port 3232 is in use; the tutorial uses it"; fi

# The page creates the project beside the clone; here it is created in a temporary directory.
directory="$work/shop"
for block in "$work"/[0-9]*; do
  name="$(basename "$block")" since="$SECONDS"
  case "$name" in
    *.skipped) continue ;;
    *.file)
      path="$(head -1 "$block")"
      mkdir -p "$directory/$(dirname "$path")"
      tail -n +2 "$block" > "$directory/$path"
      echo "  ok: $path is written" ;;
    *.sh)
      if grep -q 'npx' "$block" && [ "${INSPECTOR:-on}" = off ]; then echo "  left out: the Inspector"; continue; fi
      sed -i "s:\.\./shop:$directory:" "$block"
      if grep -q 'server config.yml$' "$block"; then
        sed -i 's/^java -jar .* server config.yml$/exec &/' "$block"
        (cd "$directory" && exec bash "$block") > "$work/server.log" 2>&1 &
        server=$!
        healthy
        echo "  ok: the server is built and serves ($((SECONDS - since)) s)"
        continue
      fi
      # Variables and functions last from one block to the next, as in a terminal. A command that fails ends this script.
      [ -d "$directory" ] && cd "$directory"
      running="$block"
      # shellcheck disable=SC1090
      source "$block" > "$work/out.txt" 2>&1
      running=
      cp "$work/out.txt" "$block.out"
      echo "  ok: $(head -1 "$block" | cut -c1-100) ($((SECONDS - since)) s)" ;;
  esac
done

promised() { # text, first words of the block whose output contains it
  local block
  block="$(grep -lF -- "$2" "$work"/*.sh | head -1)"
  grep -qF -- "$1" "$block.out" || fail "the output of '$2' lacks '$1': $(cat "$block.out")"
}
promised '"structuredContent":{"product":"tea","size":"LARGE","cents":250}' "call quote '{\"product\":\"tea\",\"size\":\"LARGE\"}'"
promised '/size' "call quote '{\"product\":\"tea\",\"size\":\"HUGE\"}'"
promised 'Insufficient scope; required: mcp:write shop:order' 'TOKEN=$(java -jar target/shop-server.jar token config.yml --scope "mcp:read mcp:write shop:order")'
promised 'input_required' 'first=$(call order'
promised '2 x tea in LARGE ordered' 'first=$(call order'
if [ "${INSPECTOR:-on}" != off ]; then
  inspector="$(grep -lF 'npx -y' "$work"/*.sh).out"
  [ "$(grep -c '"cents": 100' "$inspector")" = 2 ] || fail "the Inspector does not return the price in both eras: $(cat "$inspector")"
fi
promised 'No security warnings.' 'check config.yml'
promised 'Enabled:' 'check config.yml'
post=(-si http://localhost:3232/mcp -H 'Content-Type: application/json' -H 'Accept: application/json, text/event-stream'
  -H 'MCP-Protocol-Version: 2026-07-28' -H 'Mcp-Method: tools/call' -H 'Mcp-Name: order' -d '{"jsonrpc":"2.0","id":1,"method":"tools/call",
    "params":{"name":"order","arguments":{},"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",
    "io.modelcontextprotocol/clientInfo":{"name":"c","version":"1"},"io.modelcontextprotocol/clientCapabilities":{}}}}')
[[ "$(curl "${post[@]}")" == 'HTTP/1.1 401'*resource_metadata=* ]] || fail "without a token: $(curl "${post[@]}")"
post+=(-H "Authorization: Bearer $(java -jar target/shop-server.jar token config.yml --scope "mcp:read mcp:write")")
[[ "$(curl "${post[@]}")" == 'HTTP/1.1 403'*'insufficient_scope'*'shop:order'* ]] || fail "without the scope: $(curl "${post[@]}")"
[[ "$(curl -s http://localhost:3232/)" == *'Orders a product; the user chooses the size'* ]] || fail "the home page does not list the tools"
cd "$repository"
echo "  ok: the outputs are what the page promises"
