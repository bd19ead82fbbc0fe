#!/usr/bin/env bash
# The authorization server and the MCP server as two processes, with the same config.yml: scratch/two-processes.sh
# Ports come from AUTH_SERVER_PORT, PORT and their admin ports, as in config.yml. Ctrl-C ends both.
set -euo pipefail
cd "$(dirname "$0")/.."

java="${JAVA:-java}"
jar=everything-server/target/everything-server.jar
port="${PORT:-3232}"
auth_port="${AUTH_SERVER_PORT:-3001}"
logs="$(mktemp -d)"
pids=()
end() {
  trap - EXIT INT TERM
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
}
trap end EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

[ -f "$jar" ] || mvn -q -DskipTests package

# start NAME COMMAND PORT: waits until it answers
start() {
  AUTH_MODE=separate "$java" -jar "$jar" "$2" config.yml > "$logs/$1.log" 2>&1 &
  local pid=$!
  pids+=("$pid")
  for _ in $(seq 150); do
    if curl -s -o /dev/null "http://localhost:$3/health"; then
      return
    fi
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.2
  done
  echo "The $1 does not start:" >&2
  tail -30 "$logs/$1.log" >&2
  exit 1
}

start "authorization server" auth-server "$auth_port"
start "MCP server" server "$port"
echo "MCP server:            http://localhost:$port/mcp"
echo "Authorization server:  http://localhost:$auth_port"
echo "Logs:                  $logs"
echo "Ctrl-C ends both."
wait -n "${pids[@]}"
echo "One of them has ended; see $logs" >&2
exit 1
