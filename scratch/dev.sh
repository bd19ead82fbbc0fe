#!/usr/bin/env bash
# Runs the server, and restarts it when a source, a resource or the configuration has changed: scratch/dev.sh [config.yml]
# Maven is called only when a pom.xml has changed. With REDIS_URL (or STORE=redis) sessions survive a restart.
set -euo pipefail
cd "$(dirname "$0")/.."
main=io.everythingmcp.everything.EverythingApplication
modules="fake-upstream-idp mcp-dropwizard client-check everything-server"
classpath=everything-server/target/dev.classpath

if [ ! -f "$classpath" ] || [ -n "$(find . -maxdepth 2 -name pom.xml -newer "$classpath")" ]; then
  echo "dev: Maven resolves the libraries"
  mvn -q -B -ntp -pl everything-server -am test-compile dependency:build-classpath -Dmdep.outputFile=target/dev.classpath
fi
if [ -n "${REDIS_URL:-}" ]; then export STORE="${STORE:-redis}"; fi
# shellcheck disable=SC2086
exec java -XX:TieredStopAtLevel=1 scratch/dev/DevServer.java "$main" "$classpath" "${1:-config.yml}" $modules
