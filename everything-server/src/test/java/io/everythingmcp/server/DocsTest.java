package io.everythingmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.Prompt;
import io.everythingmcp.api.Tool;
import io.everythingmcp.everything.prompts.EverythingPrompts;
import io.everythingmcp.everything.resources.EverythingResources;
import io.everythingmcp.everything.tools.EverythingTools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages under docs and the README, held to the code. */
class DocsTest {
  private static final Path ROOT = Path.of("..");
  private static final Path SOURCES = ROOT.resolve("mcp-dropwizard/src/main/java");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
  private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+(?:[A-Z][a-z]+)+)`");
  private static final Pattern NAME_IN_STORE =
      Pattern.compile("\"((?:mcp|session|store|auth):[a-z:-]*)");

  private static List<Path> pages() {
    return Stream.concat(Stream.of(ROOT.resolve("README.md")), files(ROOT.resolve("docs"), ".md"))
        .toList();
  }

  private static Stream<Path> files(Path folder, String end) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(end)).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(result -> result.group(1));
  }

  @Test
  void everyLinkLeadsSomewhere() {
    for (Path page : pages()) {
      found(LINK, text(page))
          .filter(link -> !link.startsWith("http"))
          .forEach(
              link -> {
                String[] parts = link.split("#", 2);
                Path target =
                    parts[0].isEmpty() ? page : page.getParent().resolve(parts[0]).normalize();
                assertThat(target).as("%s in %s", link, page).exists();
                if (parts.length == 2) {
                  assertThat(anchors(target)).as("%s in %s", link, page).contains(parts[1]);
                }
              });
    }
  }

  /** Headings as the usual places that show Markdown make anchors of them. */
  private static List<String> anchors(Path page) {
    return found(HEADING, text(page))
        .map(h -> h.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
        .toList();
  }

  @Test
  void everyClassThatIsNamedExists() {
    Set<String> classes =
        Stream.of(
                SOURCES,
                ROOT.resolve("mcp-dropwizard/src/test/java"),
                Path.of("src/main/java"),
                Path.of("src/test/java"),
                ROOT.resolve("fake-upstream-idp/src/main/java"),
                ROOT.resolve("conformance-tests/src/main/java"),
                ROOT.resolve("conformance-tests/src/test/java"))
            .flatMap(folder -> files(folder, ".java"))
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    for (Path page : pages()) {
      assertThat(found(CLASS, text(page))).as(page.toString()).allMatch(classes::contains);
    }
  }

  @Test
  void thePageAboutFeaturesNamesAllOfThemAndTheirArguments() {
    String page = text(ROOT.resolve("docs/learn/features.md"));
    for (Tool tool :
        Stream.concat(EverythingTools.all().stream(), EverythingTools.prepared().stream())
            .toList()) {
      assertThat(page).contains("`" + tool.definition().name() + "`");
      Map<?, ?> arguments = (Map<?, ?>) tool.definition().inputSchema().get("properties");
      arguments.keySet().forEach(argument -> assertThat(page).contains("`" + argument + "`"));
    }
    for (Prompt prompt : EverythingPrompts.all()) {
      assertThat(page).contains("`" + prompt.definition().name() + "`");
      prompt.definition().arguments().forEach(a -> assertThat(page).contains("`" + a.name() + "`"));
    }
    EverythingResources.templates()
        .forEach(t -> assertThat(page).contains("`" + t.definition().uriTemplate() + "`"));
  }

  @Test
  void thePageAboutRedisNamesWhatTheCodeNames() {
    String page = text(ROOT.resolve("docs/reference/redis-keys.md"));
    Set<String> names = new TreeSet<>();
    files(SOURCES, ".java")
        .filter(file -> !file.endsWith("OAuthScopes.java"))
        .forEach(file -> found(NAME_IN_STORE, text(file)).forEach(names::add));
    assertThat(names).hasSizeGreaterThan(10).allMatch(name -> page.contains("`" + name));
  }

  @Test
  void whatIsDecidedIsCountedWithoutGaps() {
    String page = text(ROOT.resolve("docs/learn/decisions.md"));
    Function<MatchResult, Integer> number = result -> Integer.parseInt(result.group(1));
    List<Integer> numbers =
        Pattern.compile("^(\\d+)\\. ", Pattern.MULTILINE)
            .matcher(page)
            .results()
            .map(number)
            .toList();
    assertThat(numbers)
        .isEqualTo(Stream.iterate(1, n -> n + 1).limit(numbers.size()).toList())
        .hasSizeGreaterThan(20);
  }
}
