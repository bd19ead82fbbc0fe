import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the files of a new server: in a directory of its own (arguments: root of the library,
 * directory, package, name), or as the template of the Maven archetype (arguments: root of the
 * library, {@code --archetype}, directory).
 *
 * <p>The sources are those that the build of the library compiles and tests.
 */
final class NewServer {
  private static final String PACKAGE = "[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*";
  private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
  private static final List<String> KEYWORDS =
      List.of(
          ("abstract assert boolean break byte case catch char class const continue default do double"
                  + " else enum extends final finally float for goto if implements import instanceof"
                  + " int interface long native new package private protected public return short"
                  + " static strictfp super switch synchronized this throw throws transient try void"
                  + " volatile while true false null")
              .split(" "));

  private final Path root;
  private final Map<String, String> names;

  private NewServer(Path root, Map<String, String> names) {
    this.root = root;
    this.names = names;
  }

  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
    if (arguments.length == 3 && arguments[1].equals("--archetype")) {
      archetype(root, Path.of(arguments[2]));
    } else if (arguments.length == 4) {
      Path directory = check(root, arguments[1], arguments[2], arguments[3]);
      Map<String, String> names = names(arguments[2], arguments[3]);
      new NewServer(root, names)
          .write(directory, Path.of(names.get("PATH")), names.get("CLASS"), text -> text);
      if (!directory.resolve("dev.sh").toFile().setExecutable(true, false)) {
        fail("dev.sh cannot be made executable");
      }
    } else {
      fail(
          "usage: scratch/new-server.sh <directory> <package> <name>, such as ../shop com.acme.shop"
              + " shop-server");
    }
  }

  private static void fail(String message) {
    System.err.println("new-server: " + message);
    System.exit(2);
  }

  private static Path check(Path root, String directory, String packageName, String name)
      throws IOException {
    if (!packageName.matches(PACKAGE)) {
      fail(
          "<package> is '%s'; it must be a Java package in lower case, such as com.acme.shop"
              .formatted(packageName));
    }
    if (!name.matches(NAME)) {
      fail(
          "<name> is '%s'; it must be lower-case letters, digits and single hyphens, such as shop-server"
              .formatted(name));
    }
    for (String word : packageName.split("\\.")) {
      if (KEYWORDS.contains(word)) {
        fail("<package> is '%s'; '%s' is a word of the Java language".formatted(packageName, word));
      }
    }
    Path target = Path.of(directory).toAbsolutePath().normalize();
    if (Files.exists(target) && !Files.isDirectory(target)) {
      fail("<directory> is '%s', which is a file".formatted(directory));
    }
    if (Files.isDirectory(target)) {
      try (Stream<Path> files = Files.list(target)) {
        if (files.findAny().isPresent()) {
          fail("<directory> is '%s', which is not empty".formatted(directory));
        }
      }
    }
    if (target.startsWith(root)) {
      fail("<directory> is inside of this repository; it must be outside");
    }
    return target;
  }

  /** The values of the marks in the templates. */
  private static Map<String, String> names(String packageName, String name) {
    String title =
        Arrays.stream(name.split("-"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining(" "));
    Map<String, String> names = new LinkedHashMap<>();
    names.put("GROUP", packageName);
    names.put("NAME", name);
    names.put("REVISION", "1.0.0-SNAPSHOT");
    names.put("PACKAGE", packageName);
    names.put("PATH", packageName.replace('.', '/'));
    names.put("CLASS", title.replace(" ", ""));
    names.put("TITLE", title);
    return names;
  }

  /** Velocity expressions instead of values, and the files that make a jar an archetype. */
  private static void archetype(Path root, Path classes) throws IOException {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("GROUP", "groupId");
    properties.put("NAME", "artifactId");
    properties.put("REVISION", "version");
    properties.put("PACKAGE", "package");
    properties.put("PATH", "packageInPathFormat");
    properties.put("CLASS", "className");
    properties.put("TITLE", "title");
    Map<String, String> marks = new LinkedHashMap<>();
    properties.forEach((mark, property) -> marks.put(mark, "\uE000" + property + "\uE001"));
    Path template = classes.resolve("archetype-resources");
    new NewServer(root, marks)
        .write(template, Path.of(""), "__className__", NewServer::velocity);
    // By default, Maven packages no file of the name .gitignore.
    Files.move(
        template.resolve(".gitignore"),
        template.resolve("gitignore"),
        StandardCopyOption.REPLACE_EXISTING);
    Path information = Files.createDirectories(classes.resolve("META-INF/maven")).getParent();
    describe(root, "archetype-metadata.xml", information.resolve("maven"));
    describe(root, "archetype-post-generate.groovy", information);
  }

  /** Copies a file, with the patterns of the names. */
  private static void describe(Path root, String file, Path directory) throws IOException {
    String word = "(" + String.join("|", KEYWORDS) + ")";
    Files.writeString(
        directory.resolve(file),
        Files.readString(root.resolve("scratch/new-server").resolve(file))
            .replace("@NAME_PATTERN@", NAME)
            .replace("@PACKAGE_PATTERN@", "(?!(.*\\.)?" + word + "(\\.|$))" + PACKAGE));
  }

  /** Everything but the marks is literal text. */
  private static String velocity(String text) {
    String literal =
        text.replace("\\", "\uE002")
            .replace("$", "${dollar}")
            .replace("#", "${hash}")
            .replace("\uE002", "${backslash}");
    String template = literal.replaceAll("\uE000(\\w+)\uE001", "\\${$1}");
    String definitions = "#set($dollar = '$')\n#set($hash = '#')\n#set($backslash = '\\')\n";
    return literal.equals(text) ? template : definitions + template;
  }

  /** A change of each text before it is written. */
  private interface Rendering {
    String of(String text);
  }

  private void write(Path directory, Path packagePath, String className, Rendering rendering)
      throws IOException {
    Path main = directory.resolve("src/main/java").resolve(packagePath);
    Path test = directory.resolve("src/test/java").resolve(packagePath);
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(main.resolve(className + "Application.java"), source("HelloApplication"));
    files.put(main.resolve("HelloFeatures.java"), source("HelloFeatures"));
    files.put(main.resolve("DevelopmentLogin.java"), source("DevelopmentLogin"));
    files.put(test.resolve(className + "Test.java"), source("HelloServerTest"));
    files.put(test.resolve(className + "ConformanceTest.java"), source("HelloConformanceTest"));
    files.put(directory.resolve("config.yml"), configuration());
    files.put(directory.resolve("pom.xml"), template("pom.xml"));
    files.put(directory.resolve("README.md"), template("README.md"));
    files.put(directory.resolve("dev.sh"), developmentLoop());
    files.put(directory.resolve("dev/DevServer.java"), read("scratch/dev/DevServer.java"));
    files.put(directory.resolve(".gitignore"), "target/\n");
    for (Map.Entry<Path, String> file : files.entrySet()) {
      Files.createDirectories(file.getKey().getParent());
      Files.writeString(file.getKey(), rendering.of(file.getValue()));
    }
  }

  private String source(String file) throws IOException {
    return read("mcp-testing/src/test/java/com/acme/hello/" + file + ".java")
        .replace("com.acme.hello", names.get("PACKAGE"))
        .replace("HelloApplication", names.get("CLASS") + "Application")
        .replace("HelloServerTest", names.get("CLASS") + "Test")
        .replace("HelloConformanceTest", names.get("CLASS") + "ConformanceTest")
        .replace("\"hello-server\"", "\"" + names.get("NAME") + "\"")
        .replace(".title(\"Hello\")", ".title(\"" + names.get("TITLE") + "\")");
  }

  private String configuration() throws IOException {
    return read("config.yml")
        .replace("of the everything server", "of " + names.get("NAME"))
        .replace("everything-server", names.get("NAME"));
  }

  private String template(String file) throws IOException {
    String text = read("scratch/new-server/" + file).replace("@VERSION@", version());
    for (Map.Entry<String, String> name : names.entrySet()) {
      text = text.replace("@" + name.getKey() + "@", name.getValue());
    }
    return text;
  }

  private String version() throws IOException {
    Matcher version = Pattern.compile("<version>(.*?)</version>").matcher(read("pom.xml"));
    if (!version.find()) {
      throw new IOException("pom.xml has no version");
    }
    return version.group(1);
  }

  private String developmentLoop() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : read("scratch/dev.sh").split("\n")) {
      String main = "main=" + names.get("PACKAGE") + "." + names.get("CLASS") + "Application";
      lines.add(
          line.replaceFirst("scratch/", "")
              .replace("\"$0\")/..\"", "\"$0\")\"")
              .replaceFirst("^main=.*", Matcher.quoteReplacement(main))
              .replaceFirst("^modules=.*", "modules=.")
              .replace("everything-server/target", "target")
              .replace("-maxdepth 2", "-maxdepth 1")
              .replace("-pl everything-server -am test-compile ", ""));
    }
    return String.join("\n", lines) + "\n";
  }

  private String read(String file) throws IOException {
    return Files.readString(root.resolve(file));
  }
}
