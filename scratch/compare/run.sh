#!/usr/bin/env bash
# Builds the same two tools with four libraries, calls them over Streamable HTTP, and prints the lines of code and the seconds from `mvn package` to the
# first call, with the libraries in the local Maven repository already: scratch/compare/run.sh [project ...]
# Before: mvn -DskipTests install in the repository, and mvn package once in each project, which fetches its libraries.
set -euo pipefail
cd "$(dirname "$0")"
work="$(mktemp -d)"
server=
end() { [ -z "$server" ] || { kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; }; }
trap 'end; rm -rf "$work"' EXIT
export PORT="${PORT:-3471}" ADMIN_PORT="${ADMIN_PORT:-3472}"
[ "$#" -gt 0 ] || set -- ours quarkus spring-ai java-sdk
javac -d "$work" CallShop.java

# lines FILE...: without blank lines, imports and the package
lines() { cat "$@" | grep -cvE '^\s*$|^import |^package ' || true; }

for project in "$@"; do
  rm -rf "$project/target"
  since="$(date +%s%3N)"
  (cd "$project" && mvn -q -B -ntp -o package > "$work/build.log" 2>&1) || { tail -30 "$work/build.log" >&2; exit 1; }
  jar="$(ls "$project"/target/shop*.jar | grep -v original | head -1)"
  case "$project" in
    ours) java -jar "$jar" server ours/config.yml > "$work/$project.log" 2>&1 & ;;
    *) java -jar "$jar" > "$work/$project.log" 2>&1 & ;;
  esac
  server=$!
  echo "$project: $(lines "$project"/src/main/java/com/acme/shop/ShopTools.java) lines of tools," \
    "$(lines $(find "$project/src/main" -name '*.java')) lines of Java"
  timeout 90 java -cp "$work" CallShop "http://localhost:$PORT/mcp" "$since" | sed "s/^/  /" ||
    { tail -30 "$work/$project.log" >&2; exit 1; }
  end
  server=
done
