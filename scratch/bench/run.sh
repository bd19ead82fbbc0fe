#!/bin/sh
# Builds the rig when it is not built, then runs it: ./run.sh calls|streams [--option value ...]
set -eu
cd "$(dirname "$0")"
if [ ! -f target/bench.jar ] || [ -n "$(find pom.xml src -newer target/bench.jar -print -quit)" ]; then
    mvn -q -B package
fi
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx256m -XX:+UseSerialGC -jar target/bench.jar "$@"
