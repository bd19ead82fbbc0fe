#!/usr/bin/env bash
# Drives MCP clients of other projects against a server: connect, every page of every list, calls, questions to the client.
#
#   scratch/clients/run.sh URL [CLIENT...]     URL of the server, without /mcp; all clients without a name
#
# Prints one line of JSON for each check (name, ok, detail). Exit code 1 if one failed. mcp-remote logs in, so it is for a server
# with AUTH_MODE=integrated; the others are for one with AUTH_MODE=none. Needs npm and Maven, which install the clients once.
set -euo pipefail
script="$(realpath "$0")"
cd "$(dirname "$script")"

node_clients=(ai-sdk mcp-use inspector-cli mcp-remote)
java_clients=(java-sdk-modern spring-ai langchain4j kotlin-sdk)
declare -A java_programs=([java-sdk-modern]=JavaSdkProgram [spring-ai]=SpringAiProgram [langchain4j]=LangChainProgram
  [kotlin-sdk]=KotlinSdkProgram)

[ $# -gt 0 ] || { sed -n '2,8s/^# \{0,1\}//p' "$script"; exit 2; }
url="${1%/}"
shift
[ $# -gt 0 ] || set -- ai-sdk mcp-use inspector-cli "${java_clients[@]}"

has() {
  local wanted="$1"
  shift
  local one
  for one in "$@"; do [ "$one" != "$wanted" ] || return 0; done
  return 1
}

npm_clients() {
  (
    cd npm
    cmp -s package.json node_modules/.installed ||
      { npm install --no-audit --no-fund --no-package-lock --no-update-notifier >npm.log 2>&1 &&
        cp package.json node_modules/.installed; } || { cat npm.log >&2; exit 1; }
  )
}

failed=0
for client in "$@"; do
  if has "$client" "${node_clients[@]}"; then
    npm_clients
    command=(env PATH="$PWD/npm/node_modules/.bin:$PATH" MCP_USE_ANONYMIZED_TELEMETRY=false SCARF_ANALYTICS=false
      bash -c 'cd npm && exec node "$0.mjs" "$1"' "$client" "$url")
  elif has "$client" "${java_clients[@]}"; then
    [ -z "$(find "java/$client" java/checks -path '*/target' -prune -o -type f -newer "java/$client/target/lib" -print -quit 2>&1)" ] ||
      { mvn -q -B -ntp -f java/pom.xml package -pl "$client" -am >&2 && touch "java/$client/target/lib"; }
    command=(java -cp "java/$client/target/$client-1.0.0-SNAPSHOT.jar:java/$client/target/lib/*" "${java_programs[$client]}" "$url")
  else
    echo "There is no client $client; there are ${node_clients[*]} ${java_clients[*]}" >&2
    exit 2
  fi
  lines="$(timeout 300 "${command[@]}" | grep '^{' || true)"
  printf '%s\n' "$lines"
  grep -q '"ok":false' <<<"$lines" && failed=1
  grep -q '"name":"done"' <<<"$lines" ||
    { printf '{"name":"%s comes to its end","ok":false,"detail":"it stopped before"}\n' "$client"; failed=1; }
done
exit "$failed"
