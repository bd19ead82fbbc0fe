#!/usr/bin/env bash
# Makes a new MCP server in an empty directory: scratch/new-server.sh <directory> <package> <name>
# Installs the library into the local Maven repository first. The result is a Maven project of its own, with a README.
set -euo pipefail
here="$(cd "$(dirname "$0")/.." && pwd)"

fail() { echo "new-server: $*" >&2; exit 2; }

[ "$#" = 3 ] || fail "usage: scratch/new-server.sh <directory> <package> <name>, such as ../shop com.acme.shop shop-server"
directory="$1" package="$2" name="$3"
[[ "$package" =~ ^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$ ]] ||
  fail "<package> is '$package'; it must be a Java package in lower case, such as com.acme.shop"
[[ "$name" =~ ^[a-z][a-z0-9-]*[a-z0-9]$ ]] ||
  fail "<name> is '$name'; it must be lower-case letters, digits and hyphens, such as shop-server"
for word in ${package//./ }; do
  case " abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally float for
    goto if implements import instanceof int interface long native new package private protected public return short static strictfp super
    switch synchronized this throw throws transient try void volatile while true false null " in
    *[[:space:]]"$word"[[:space:]]*) fail "<package> is '$package'; '$word' is a word of the Java language" ;;
  esac
done
[ ! -e "$directory" ] || [ -d "$directory" ] || fail "<directory> is '$directory', which is a file"
[ ! -d "$directory" ] || [ -z "$(ls -A "$directory")" ] || fail "<directory> is '$directory', which is not empty"
mkdir -p "$directory"
directory="$(cd "$directory" && pwd)"
case "$directory/" in
  "$here"/*) rmdir "$directory"; fail "<directory> is inside of this repository; it must be outside" ;;
esac

began="$SECONDS"
echo "Installing the library into the local Maven repository (about a minute) ..."
(cd "$here" && mvn -q -B -ntp -DskipTests -Dspotless.check.skip=true -pl fake-upstream-idp,mcp-dropwizard,mcp-testing -am install)

# Each word of the name with a capital letter: ShopServer for classes, "Shop Server" as a display name.
title="$(tr '-' ' ' <<< "$name" | sed -E 's/(^| )([a-z])/\1\u\2/g')"
class="${title// /}"
path="${package//.//}"
source="$here/mcp-testing/src/test/java/com/acme/hello"
main="$directory/src/main/java/$path" test="$directory/src/test/java/$path"
mkdir -p "$main" "$test"

# The sources are those that the build of the library compiles and tests.
adapt() { # file directory
  local target
  target="$2/$(basename "$1" | sed "s/^HelloApplication/${class}Application/; s/^HelloServer/${class}/; s/^HelloConformance/${class}Conformance/")"
  sed -e "s/com\.acme\.hello/$package/g" -e "s/HelloApplication/${class}Application/g" -e "s/HelloServerTest/${class}Test/g" \
    -e "s/HelloConformanceTest/${class}ConformanceTest/g" \
    -e "s/\"hello-server\"/\"$name\"/" -e "s/\.title(\"Hello\")/.title(\"$title\")/" "$1" > "$target"
}
for file in HelloApplication HelloFeatures DevelopmentLogin; do adapt "$source/$file.java" "$main"; done
adapt "$source/HelloServerTest.java" "$test"
adapt "$source/HelloConformanceTest.java" "$test"

sed -e "s/of the everything server/of $name/" -e "s/(everything-server)/($name)/" -e "s/everything-server/$name/g" \
  "$here/config.yml" > "$directory/config.yml"

version="$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$here/pom.xml" | head -1)"
sed -e "s/@PACKAGE@/$package/g" -e "s/@NAME@/$name/g" -e "s/@CLASS@/$class/g" -e "s/@VERSION@/$version/g" \
  "$here/scratch/new-server/pom.xml" > "$directory/pom.xml"
sed -e "s/@PACKAGE@/$package/g" -e "s/@NAME@/$name/g" -e "s/@CLASS@/$class/g" -e "s/@TITLE@/$title/g" -e "s:@PATH@:$path:g" \
  "$here/scratch/new-server/README.md" > "$directory/README.md"
mkdir "$directory/dev"
cp "$here/scratch/dev/DevServer.java" "$directory/dev/"
sed -e 's:scratch/::' -e 's:"\$0")/\.\.":"$0")":' -e "s/^main=.*/main=$package.${class}Application/" -e 's/^modules=.*/modules=./' \
  -e 's:everything-server/target:target:' -e 's/-maxdepth 2/-maxdepth 1/' -e 's/-pl everything-server -am test-compile //' \
  "$here/scratch/dev.sh" > "$directory/dev.sh"
chmod +x "$directory/dev.sh"
printf 'target/\n' > "$directory/.gitignore"

echo "Made $name in $directory after $((SECONDS - began)) s. Next:"
echo "  cd $directory"
echo "  mvn -q -DskipTests package && java -jar target/$name.jar server config.yml"
