#!/usr/bin/env bash
# Shows that the client check can be deleted: scratch/delete-client-check.sh
# On a copy of the tree: deletes the module, what hangs on it alone and the lines that are marked with its name, builds what is
# left, starts it, and checks its responses. With the argument "test" the remaining unit tests run too.
set -euo pipefail
cd "$(dirname "$0")/.."

tree="$PWD"
java="${JAVA:-java}"
port="${PORT:-3397}"
work="$(mktemp -d)"
server=
end() {
  [ -z "$server" ] || { kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; }
  server=
}
trap 'end; rm -rf "$work"' EXIT

fail() { echo "FAILED: $*" >&2; exit 1; }

mkdir "$work/tree"
(tar -cf - --exclude=target --exclude=.git --exclude=node_modules .) | tar -xf - -C "$work/tree"
cd "$work/tree"

rm -r client-check mcp-client-check everything-server/src/main/java/io/everythingmcp/everything/clientcheck \
  everything-server/src/test/java/io/everythingmcp/everything/clientcheck
rm -rf conformance-tests/src/test/java/io/everythingmcp/conformance/check \
  conformance-tests/src/main/java/io/everythingmcp/conformance/clientcheck \
  conformance-tests/src/main/java/io/everythingmcp/conformance/cli/ClientCommand.java \
  conformance-tests/src/test/java/io/everythingmcp/conformance/cli/ClientCommandIT.java \
  conformance-tests/src/test/java/io/everythingmcp/conformance/cli/BrokenClient.java \
  conformance-tests/src/test/java/com/acme/client \
  mcp-conformance/src/main/java/io/everythingmcp/conformance/clientrun \
  mcp-conformance/src/main/java/io/everythingmcp/conformance/junit/{McpClientCheck,ClientCheckExtension,ClientCheckVerdict}.java \
  mcp-conformance/src/main/java/io/everythingmcp/conformance/junit/{ClientFindingText,CheckServerChoice}.java
grep -rlE "// client-check$" everything-server/src conformance-tests/src --include='*.java' |
  xargs sed -i -E '\,// client-check$,d'
python3 - <<'PYTHON'
import re

path = "pom.xml"
text = open(path).read()
text = re.sub(r"    <module>(mcp-)?client-check</module>\n", "", text)
open(path, "w").write(text)
for path in ("pom.xml", "everything-server/pom.xml", "conformance-tests/pom.xml"):
    text = open(path).read()
    text = re.sub(r"\s*<dependency>(?:(?!</dependency>).)*<artifactId>(?:mcp-)?client-check</artifactId>.*?</dependency>", "", text, flags=re.S)
    open(path, "w").write(text)
PYTHON
if grep -rn "io\.everythingmcp\.check\b" --include='*.java' .; then
  fail "something still imports the client check"
fi

args=(-q -B)
if [ "${1:-}" = test ]; then
  args+=(-Dformat.skip -pl everything-server -am verify)
else
  args+=(-pl everything-server,conformance-tests -am -Dmaven.test.skip=true package)
fi
mvn -o "${args[@]}" > build.log 2>&1 || mvn -ntp "${args[@]}" > build.log 2>&1 || { tail -40 build.log >&2; fail "it does not build"; }

HOST=127.0.0.1 PORT="$port" ADMIN_PORT=$((port + 1)) AUTH_MODE=none STORE=memory \
  "$java" -jar everything-server/target/everything-server.jar server config.yml > server.log 2>&1 &
server=$!
for _ in $(seq 150); do
  curl -sf -o /dev/null "http://localhost:$port/health" && break
  kill -0 "$server" 2>/dev/null || { tail -30 server.log >&2; fail "it does not start"; }
  sleep 0.2
done

status() { curl -s -o body -w '%{http_code}' "$@"; }
[ "$(status "http://localhost:$port/check")" = 404 ] || fail "/check is still there"
echo "  ok: /check is gone"
[ "$(status -X POST "http://localhost:$port/mcp" -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}')" = 200 ] ||
  fail "initialize: $(cat body)"
echo "  ok: a session begins"
