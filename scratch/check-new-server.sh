#!/usr/bin/env bash
# Shows that scratch/new-server.sh refuses wrong arguments and makes a server that builds, passes its tests, is called in both eras, enforces scopes and passes
# the conformance suite; and that the Maven archetype makes the same files. Prints how many seconds each step takes. Needs conformance-tests/target/conformance.jar.
set -euo pipefail
cd "$(dirname "$0")/.."
java="${JAVA:-java}"
port="${PORT:-3389}"
work="$(mktemp -d)"
server=
end() { [ -z "$server" ] || { kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; }; }
trap 'end; rm -rf "$work"' EXIT
fail() { echo "FAILED: $*" >&2; exit 1; }
archetype_plugin=3.4.0
suite="$PWD/conformance-tests/target/conformance.jar"

# refused WHAT ARGUMENT...: exit code 2, and one line that names the mistake
refused() {
  local what="$1" code=0
  shift
  scratch/new-server.sh "$@" > "$work/refusal.txt" 2>&1 || code=$?
  [ "$code" = 2 ] || fail "$what: exit code $code, not 2"
  [ "$(wc -l < "$work/refusal.txt")" = 1 ] && grep -q -- "$what" "$work/refusal.txt" || fail "$what: $(cat "$work/refusal.txt")"
}
# healthy: waits until the server of this script serves
healthy() {
  for _ in $(seq 150); do
    kill -0 "$server" 2>/dev/null || { cat server.log >&2; fail "it does not start"; }
    curl -sf -o /dev/null "http://localhost:$port/health" && return
    sleep 0.2
  done
  cat server.log >&2
  fail "it does not start in 30 seconds"
}
mkdir "$work/full" && touch "$work/full/file"
refused usage
refused '<package>' "$work/other" Com.Acme shop-server
refused "'class' is a word of the Java language" "$work/other" com.class.shop shop-server
refused '<name>' "$work/other" com.acme.shop Shop_Server
refused 'not empty' "$work/full" com.acme.shop shop-server
refused 'is a file' "$work/full/file" com.acme.shop shop-server
refused 'inside of this repository' scratch/other com.acme.shop shop-server
[ ! -e "$work/other" ] && [ ! -e scratch/other ] || fail "a refused call made a directory"
echo "  ok: wrong arguments are refused"

scratch/new-server.sh "$work/shop" com.acme.shop shop-server
since="$SECONDS"
mvn -q -B -ntp -Dspotless.check.skip=true -pl mcp-archetype install
# generate GROUP PACKAGE NAME: the same project by Maven
generate() {
  (cd "$work" && mvn -B -ntp "org.apache.maven.plugins:maven-archetype-plugin:$archetype_plugin:generate" -DarchetypeCatalog=internal \
    -DarchetypeGroupId=io.everythingmcp -DarchetypeArtifactId=mcp-archetype -DarchetypeVersion=1.0.0-SNAPSHOT \
    -DgroupId="$1" -Dpackage="$2" -DartifactId="$3") > "$work/generate.txt" 2>&1
}
generate com.acme.shop com.acme.shop shop-server || { tail -30 "$work/generate.txt" >&2; fail "the archetype"; }
diff -r "$work/shop" "$work/shop-server" || fail "the archetype makes other files"
[ -x "$work/shop-server/dev.sh" ] || fail "dev.sh of the archetype is not executable"
java scratch/new-server/NewServer.java . "$work/two" org.a2 a2-b-3c
generate org.a2 org.a2 a2-b-3c || { tail -30 "$work/generate.txt" >&2; fail "the archetype"; }
diff -r "$work/two" "$work/a2-b-3c" || fail "the archetype makes other files for another name"
! generate com.acme com.class.shop refused || fail "the archetype accepts a package with a word of the Java language"
grep -q "package is 'com.class.shop'; it must be" "$work/generate.txt" || fail "$(cat "$work/generate.txt")"
echo "  ok: the archetype makes the same files ($((SECONDS - since)) s)"

cd "$work/shop"
lines="$(find src/main -name '*.java' -exec cat {} + | wc -l)"
[ "$lines" -le 120 ] || fail "$lines lines of Java in src/main, not at most 120"
since="$SECONDS"
mvn -q -B -ntp verify
echo "  ok: builds and passes its tests ($((SECONDS - since)) s)"

since="$SECONDS"
export HOST=127.0.0.1 PORT="$port" ADMIN_PORT=$((port + 1))
"$java" -jar target/shop-server.jar server config.yml > server.log 2>&1 &
server=$!
healthy

# call TOKEN: the status and the body of a call of the tool without a session
call() {
  curl -s -w ' %{http_code}' "http://localhost:$port/mcp" -H "Authorization: Bearer $1" -H 'Content-Type: application/json' \
    -H 'Accept: application/json, text/event-stream' -H 'MCP-Protocol-Version: 2026-07-28' -H 'Mcp-Method: tools/call' \
    -H 'Mcp-Name: hello' -d '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"hello","arguments":{"name":"Ada"},
      "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientInfo":{"name":"c","version":"1"},
      "io.modelcontextprotocol/clientCapabilities":{}}}}'
}
token="$("$java" -jar target/shop-server.jar token config.yml)"
[[ "$(call "$token")" == *'Hello, Ada!'*200 ]] || fail "the tool does not answer: $(call "$token")"
echo "  ok: the first call ($((SECONDS - since)) s after its start)"
[[ "$(call "$("$java" -jar target/shop-server.jar token config.yml --scope mcp:read)")" == *403 ]] ||
  fail "a token with mcp:read calls a tool"
echo "  ok: scopes are enforced"
initialize='{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"c","version":"1"}}}'
first="$(printf '%s\n' "$initialize" | "$java" -jar target/shop-server.jar stdio config.yml 2> stdio.log | head -1)"
[[ "$first" == '{"jsonrpc":"2.0","id":1,"result"'* ]] || fail "standard output of stdio begins with: $first"
echo "  ok: stdio has nothing but messages on its standard output"
end
server=
: > dev.log
AUTH_MODE=none ./dev.sh >> dev.log 2>&1 &
server=$!
served() { for _ in $(seq 300); do [ "$(grep -c 'dev: serving' dev.log)" = "$1" ] && return; sleep 0.2; done; cat dev.log >&2; fail "dev.sh does not serve"; }
served 1
[[ "$(call none)" == *'Hello, Ada!'*200 ]] || fail "with dev.sh the tool does not answer: $(call none)"
sed -i 's/"Hello, "/"Good day, "/' src/main/java/com/acme/shop/HelloFeatures.java
served 2
[[ "$(call none)" == *'Good day, Ada!'*200 ]] || fail "the changed text is not answered: $(call none)"
echo "  ok: dev.sh serves a changed text: $(grep 'dev: serving' dev.log | tail -1)"
sed -i 's/"Good day, "/"Hello, "/' src/main/java/com/acme/shop/HelloFeatures.java
end
"$java" -jar target/shop-server.jar server config.yml >> server.log 2>&1 &
server=$!
healthy
token="$("$java" -jar target/shop-server.jar token config.yml)"
! curl -s "http://localhost:$port/" | grep -i 'everything.server' || fail "the home page names another server"

since="$SECONDS"
"$java" -jar "$suite" server --url "http://localhost:$port/mcp" --token "$token" > suite.log 2>&1 ||
  { tail -40 suite.log >&2; fail "the conformance suite"; }
echo "  ok: the conformance suite ($((SECONDS - since)) s): $(tail -1 suite.log)"
