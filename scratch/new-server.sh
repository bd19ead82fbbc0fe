#!/usr/bin/env bash
# Makes a new MCP server in an empty directory: scratch/new-server.sh <directory> <package> <name>
# Installs the library into the local Maven repository too. The result is a Maven project of its own, with a README.
set -euo pipefail
here="$(cd "$(dirname "$0")/.." && pwd)"

java "$here/scratch/new-server/NewServer.java" "$here" "$@"

began="$SECONDS"
echo "Installing the library into the local Maven repository (about a minute) ..."
(cd "$here" && mvn -q -B -ntp -DskipTests -Dspotless.check.skip=true -pl fake-upstream-idp,mcp-dropwizard,mcp-testing -am install) ||
  { echo "new-server: the project is made in $1, but the library could not be installed" >&2; exit 1; }

directory="$(cd "$1" && pwd)"
echo "Made $3 in $directory after $((SECONDS - began)) s. Next:"
echo "  cd $directory"
echo "  mvn -q -DskipTests package && java -jar target/$3.jar server config.yml"
