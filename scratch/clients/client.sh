# Sourced by run.sh and matrix.sh, in this directory: `prepare CLIENT` installs a client and sets command to its program.

node_clients=(typescript-sdk-1 typescript-sdk-2 ai-sdk mcp-use inspector-cli inspector-web mcp-remote mcpc langchain-adapters official-example)
java_clients=(java-sdk-classic java-sdk-modern spring-ai langchain4j kotlin-sdk)
declare -A java_programs=([java-sdk-classic]=JavaSdkClassicProgram [java-sdk-modern]=JavaSdkProgram
  [spring-ai]=SpringAiProgram [langchain4j]=LangChainProgram [kotlin-sdk]=KotlinSdkProgram)

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

prepare() {
  local client="$1"
  if has "$client" "${node_clients[@]}"; then
    npm_clients
    command=(env PATH="$PWD/npm/node_modules/.bin:$PATH" MCP_USE_ANONYMIZED_TELEMETRY=false SCARF_ANALYTICS=false
      bash -c 'cd npm && exec node "$0.mjs" "$@"' "$client")
  elif has "$client" "${java_clients[@]}"; then
    [ -z "$(find "java/$client" java/checks -path '*/target' -prune -o -type f -newer "java/$client/target/lib" -print -quit 2>&1)" ] ||
      { mvn -q -B -ntp -f java/pom.xml package -pl "$client" -am >&2 && touch "java/$client/target/lib"; }
    command=(java -cp "java/$client/target/$client-1.0.0-SNAPSHOT.jar:java/$client/target/lib/*" "${java_programs[$client]}")
  else
    echo "There is no client $client; there are ${node_clients[*]} ${java_clients[*]}" >&2
    exit 2
  fi
}
