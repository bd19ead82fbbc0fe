package io.everythingmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * References of Javadoc lead to classes and members that exist, in all modules. The doclint of the
 * build checks the public API only.
 */
class JavadocLinksTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern LINK =
      Pattern.compile("(?:\\{@link(?:plain)?|@see)\\s+(?:\\*\\s*)?([A-Za-z][\\w.]*)?(?:#(\\w+))?");
  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?([\\w.]+)\\.(\\w+);", Pattern.MULTILINE);
  private static final String PROJECT = "io.everythingmcp.";

  private final Map<String, String> sources = sources();

  private static Map<String, String> sources() {
    Map<String, String> sources = new HashMap<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path module : modules.filter(path -> Files.exists(path.resolve("pom.xml"))).toList()) {
        for (String kind : List.of("src/main/java", "src/test/java")) {
          add(module.resolve(kind), sources);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sources;
  }

  private static void add(Path folder, Map<String, String> sources) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          String name = folder.relativize(file).toString().replaceAll("[/\\\\]", ".");
          sources.put(name.substring(0, name.length() - 5), Files.readString(file));
        }
      }
    }
  }

  /** Returns the broken references of a source. */
  private List<String> broken(String name, String text) {
    List<String> broken = new ArrayList<>();
    Matcher links = LINK.matcher(text);
    while (links.find()) {
      String type = links.group(1) == null ? "" : links.group(1);
      String member = links.group(2) == null ? "" : links.group(2);
      if (!exists(name, text, type, member)) {
        broken.add(name + ": " + type + (member.isEmpty() ? "" : "#" + member));
      }
    }
    return broken;
  }

  private boolean exists(String name, String text, String type, String member) {
    if (type.isEmpty()) {
      // A member of a supertype is not in this source.
      return member.isEmpty() || text.contains(" extends ") || mentions(text, member);
    }
    Optional<String> full = qualified(name, text, type);
    if (full.isEmpty()) {
      return isOfJavaLang(type);
    }
    if (!full.get().startsWith(PROJECT) || isPackage(full.get())) {
      return true;
    }
    Optional<String> source = sourceOf(full.get());
    return source.isPresent()
        && Stream.of(full.get().split("\\.")).skip(2).allMatch(part -> isIn(source.get(), part))
        && (member.isEmpty() || mentions(source.get(), member));
  }

  private static boolean isIn(String source, String part) {
    return Character.isLowerCase(part.charAt(0)) || mentions(source, part);
  }

  /** The text mentions a member otherwise than in a reference. */
  private static boolean mentions(String text, String member) {
    return Pattern.compile("(?<!#)\\b" + member + "\\b").matcher(text).find();
  }

  private Optional<String> qualified(String name, String text, String type) {
    String first = type.split("\\.", -1)[0];
    if (Character.isLowerCase(first.charAt(0))) {
      return Optional.of(type);
    }
    Matcher imports = IMPORT.matcher(text);
    while (imports.find()) {
      if (imports.group(2).equals(first)) {
        return Optional.of(imports.group(1) + "." + type);
      }
    }
    String neighbour = name.substring(0, name.lastIndexOf('.') + 1) + first;
    if (sources.containsKey(neighbour)) {
      return Optional.of(name.substring(0, name.lastIndexOf('.') + 1) + type);
    }
    return Pattern.compile("(?:class|interface|record|enum) " + first + "\\b").matcher(text).find()
        ? Optional.of(name + "." + type)
        : Optional.empty();
  }

  private Optional<String> sourceOf(String full) {
    String name = full;
    while (name.contains(".")) {
      if (sources.containsKey(name)) {
        return Optional.of(sources.get(name));
      }
      name = name.substring(0, name.lastIndexOf('.'));
    }
    return Optional.empty();
  }

  private boolean isPackage(String full) {
    return sources.keySet().stream().anyMatch(name -> name.startsWith(full + "."))
        && !sources.containsKey(full);
  }

  private static boolean isOfJavaLang(String type) {
    try {
      Class.forName("java.lang." + type.split("\\.", -1)[0]);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @Test
  void referencesExist() {
    List<String> broken = new ArrayList<>();
    sources.forEach((name, text) -> broken.addAll(broken(name, text)));
    assertThat(sources).hasSizeGreaterThan(1_000);
    assertThat(broken).isEmpty();
  }

  @Test
  void brokenReferenceIsFound() {
    String open = "{@" + "link ";
    String name = "io.everythingmcp.api.Tool";
    String text = sources.get(name);
    assertThat(broken(name, text)).isEmpty();
    for (String wrong :
        List.of("NoSuchClass}", "RequestOutcome#noSuchMember}", "io.everythingmcp.api.NoSuch}")) {
      assertThat(broken(name, text + open + wrong)).as(wrong).hasSize(1);
    }
  }
}
