#!/usr/bin/env bash
# Three instances on one Redis behind a balancer without sticky sessions, as plain processes:
#   scratch/three-instances.sh start | status | stop
# PORT is the balancer's (3240); the instances have the next three ports, Redis the one after these, unless REDIS_URL names another.
# Every variable of config.yml is passed on. Needs redis-server, and node for the balancer.
set -euo pipefail
cd "$(dirname "$0")/.."

port="${PORT:-3240}"
java="${JAVA:-java}"
state="${STATE:-${TMPDIR:-/tmp}/everything-three-instances-$port}"
jar=everything-server/target/everything-server.jar

run() { # name, command: its pid and its log are kept
  local name="$1"
  shift
  "$@" > "$state/$name.log" 2>&1 &
  echo "$!" > "$state/$name.pid"
}

alive() { [ -f "$state/$1.pid" ] && kill -0 "$(cat "$state/$1.pid")" 2>/dev/null; }

stop() {
  for name in balancer instance-1 instance-2 instance-3; do
    alive "$name" && kill "$(cat "$state/$name.pid")" || true
  done
  for name in balancer instance-1 instance-2 instance-3; do
    for _ in $(seq 300); do alive "$name" || break; sleep 0.1; done
  done
  alive redis && kill "$(cat "$state/redis.pid")" || true
  rm -f "$state"/*.pid
}

start() {
  [ -f "$jar" ] || { echo "There is no $jar: run mvn -q -DskipTests package first" >&2; exit 2; }
  [ ! -f "$state/balancer.pid" ] || { echo "They run already; stop them first" >&2; exit 2; }
  mkdir -p "$state"
  if [ -z "${REDIS_URL:-}" ]; then
    run redis redis-server --port $((port + 4)) --bind 127.0.0.1 --save "" --appendonly no --dir "$state"
    REDIS_URL="redis://127.0.0.1:$((port + 4))"
  fi
  for i in 1 2 3; do
    run "instance-$i" env STORE=redis REDIS_URL="$REDIS_URL" BASE_URI="${BASE_URI:-http://localhost:$port}" \
      PORT=$((port + i)) ADMIN_PORT=0 "$java" -jar "$jar" server config.yml
  done
  run balancer node scratch/instances/balancer.mjs "$port" $((port + 1)) $((port + 2)) $((port + 3))
  for i in 1 2 3; do
    for _ in $(seq 300); do
      curl -sf -o /dev/null "http://localhost:$((port + i))/health" && break
      alive "instance-$i" || { echo "Instance $i did not start:" >&2; tail -20 "$state/instance-$i.log" >&2; stop; exit 1; }
      sleep 0.2
    done
  done
  status
}

status() {
  echo "http://localhost:$port/mcp      each request at another instance"
  for i in 1 2 3; do
    echo "http://localhost:$((port + i))/mcp      instance $i, $(alive "instance-$i" && echo "pid $(cat "$state/instance-$i.pid")" || echo dead)"
  done
  alive redis && echo "redis-cli -p $((port + 4))            Redis, pid $(cat "$state/redis.pid")" || true
  echo "Logs and pids are in $state"
}

case "${1:-}" in
  start) start ;;
  status) status ;;
  stop) stop ;;
  *) sed -n '2,5p' "$0"; exit 2 ;;
esac
