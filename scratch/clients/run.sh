#!/usr/bin/env bash
# Drives MCP clients of other projects against a server: connect, every page of every list, calls, questions to the client.
#
#   scratch/clients/run.sh URL [CLIENT...]     URL of the server, without /mcp; all clients without a name
#
# Prints one line of JSON for each check (name, ok, detail). Exit code 1 if one failed. mcp-remote logs in, so it is for a server
# with AUTH_MODE=integrated; the others are for one with AUTH_MODE=none. Needs npm and Maven, which install the clients once.
# matrix.sh runs the same clients in the presets of the client check.
set -euo pipefail
script="$(realpath "$0")"
cd "$(dirname "$script")"
. ./client.sh

[ $# -gt 0 ] || { sed -n '2,9s/^# \{0,1\}//p' "$script"; exit 2; }
url="${1%/}"
shift
[ $# -gt 0 ] || set -- ai-sdk mcp-use inspector-cli java-sdk-modern spring-ai langchain4j kotlin-sdk

failed=0
for client in "$@"; do
  prepare "$client"
  lines="$(timeout 300 "${command[@]}" "$url" | grep '^{' || true)"
  printf '%s\n' "$lines"
  grep -q '"ok":false' <<<"$lines" && failed=1
  grep -q '"name":"done"' <<<"$lines" ||
    { printf '{"name":"%s comes to its end","ok":false,"detail":"it stopped before"}\n' "$client"; failed=1; }
done
exit "$failed"
