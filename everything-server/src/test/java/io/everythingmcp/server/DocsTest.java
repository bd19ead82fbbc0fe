package io.everythingmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.Prompt;
import io.everythingmcp.api.Tool;
import io.everythingmcp.everything.prompts.EverythingPrompts;
import io.everythingmcp.everything.resources.EverythingResources;
import io.everythingmcp.everything.tools.EverythingTools;
import io.everythingmcp.server.protocol.CompletedOperation;
import io.everythingmcp.server.wire.RpcError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages under docs and the README are consistent with the code. */
class DocsTest {
  private static final Path ROOT = Path.of("..");
  private static final Path SOURCES = ROOT.resolve("mcp-dropwizard/src/main/java");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
  private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+(?:[A-Z][a-z]+)+)`");
  private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```");
  private static final Pattern CODE = Pattern.compile("(-32\\d{3})");
  private static final Pattern IN_CODE = Pattern.compile("`[^`]+`");
  private static final Pattern NO_ROLE =
      Pattern.compile(
          "(?i)\\b(whoever|somebody|nobody|everybody|anybody|as\\s+you\\s+like|signs? of life)\\b");
  private static final Pattern REPLACED_TERM =
      Pattern.compile(
          "(?i)(?<![-\\w:])(answers?|answered|answering|questions?|(?<!user )asks(?! the user)"
              + "|asked|asking|rounds?(?!.?trip)|gives|leads? to|knows|known(?! vulnerabilit)"
              + "|(?<!there )is (?:no(?! longer)|none)|newest|oldest|older(?! than)|shapes?"
              + "|looks?(?! (it )?up)|agree[sd]?|lives|a person|guests?|offers?|offered"
              + "|remember(?:s|ed|ing)?|forgotten|visit(?:s|ed)|folders?|verbs?|patience|not good"
              + "|truth value|this (?:machine|computer)|good for|goes on|broken)(?![-\\w])");
  private static final Pattern TARGET = Pattern.compile("\\]\\([^)\\s]+\\)");
  private static final Pattern NAME_IN_STORE =
      Pattern.compile("\"((?:mcp|session|store|auth):[a-z:-]*)");

  private static List<Path> pages() {
    Stream<String> top =
        Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "VERSIONING.md");
    return Stream.concat(top.map(ROOT::resolve), files(ROOT.resolve("docs"), ".md")).toList();
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
  void everyLinkHasATarget() {
    assertThat(pages()).allSatisfy(page -> assertThat(brokenLinks(page)).as("%s", page).isEmpty());
  }

  @Test
  void brokenLinkIsFound(@TempDir Path folder) throws IOException {
    Path page = folder.resolve("page.md");
    String links = "[a](#here) [b](page.md#here) [c](none.md) [d](page.md#there) [e](#nowhere)";
    Files.writeString(page, "# Here\n\n" + links);
    assertThat(brokenLinks(page)).containsExactly("none.md", "page.md#there", "#nowhere");
  }

  private static List<String> brokenLinks(Path page) {
    return found(LINK, text(page))
        .filter(link -> !link.startsWith("http"))
        .filter(link -> isBroken(page, link.split("#", 2)))
        .toList();
  }

  private static boolean isBroken(Path page, String... link) {
    Path target = link[0].isEmpty() ? page : page.resolveSibling(link[0]).normalize();
    return !Files.exists(target) || (link.length == 2 && !anchors(target).contains(link[1]));
  }

  /** Anchors of headings, as common Markdown renderers generate them. */
  private static List<String> anchors(Path page) {
    return found(HEADING, text(page))
        .map(h -> h.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
        .toList();
  }

  @Test
  void everyNamedClassExists() {
    Set<String> classes =
        Stream.of(
                SOURCES,
                ROOT.resolve("mcp-dropwizard/src/test/java"),
                Path.of("src/main/java"),
                Path.of("src/test/java"),
                ROOT.resolve("fake-upstream-idp/src/main/java"),
                ROOT.resolve("client-check/src/main/java"),
                ROOT.resolve("mcp-testing/src/main/java"),
                ROOT.resolve("mcp-conformance/src/main/java"),
                ROOT.resolve("mcp-openapi/src/main/java"),
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
  void featuresPageNamesAllFeaturesAndTheirArguments() {
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
  void redisPageNamesAllKeys() {
    String page = text(ROOT.resolve("docs/reference/redis-keys.md"));
    Set<String> names = new TreeSet<>();
    files(SOURCES, ".java")
        .filter(file -> !file.endsWith("OAuthScopes.java"))
        .forEach(file -> found(NAME_IN_STORE, text(file)).forEach(names::add));
    assertThat(names).hasSizeGreaterThan(10).allMatch(name -> page.contains("`" + name));
  }

  @Test
  void decisionsAreNumberedWithoutGaps() {
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

  @Test
  void errorsPageListsExactlyTheCodesAndKinds() throws IllegalAccessException {
    String page = text(ROOT.resolve("docs/reference/errors.md"));
    Set<String> codes = new TreeSet<>();
    for (Field field : RpcError.class.getFields()) {
      codes.add(field.get(null).toString());
      assertThat(page).contains("| " + field.get(null) + " | `" + field.getName() + "` |");
    }
    assertThat(found(CODE, page)).isNotEmpty().allMatch(codes::contains);
    for (ErrorKind kind : ErrorKind.values()) {
      assertThat(page.split("`" + kind.name() + "`", -1)).as("%s", kind).hasSizeGreaterThan(2);
    }
  }

  /** Lines outside tables, code and long links. */
  @Test
  void linesHaveAtMost120Characters() {
    for (Path page : pages()) {
      String prose = FENCE.matcher(text(page)).replaceAll("");
      assertThat(prose.lines())
          .as("%s", page)
          .allMatch(
              line ->
                  line.length() <= 120
                      || line.startsWith("|")
                      || line.startsWith("#")
                      || line.strip().indexOf(' ', 2) < 0
                      || LINK.matcher(line).find());
    }
  }

  @Test
  void rolesAreNamed() {
    for (Path page : pages()) {
      String prose = IN_CODE.matcher(FENCE.matcher(text(page)).replaceAll("")).replaceAll("");
      assertThat(found(NO_ROLE, prose)).as("%s", page).isEmpty();
    }
  }

  /** Terms of the specification instead of words of our own; code and link targets are exempt. */
  @Test
  void termsOfTheSpecificationAreUsed() {
    for (Path page : pages()) {
      assertThat(found(REPLACED_TERM, prose(page))).as("%s", page).isEmpty();
    }
  }

  @Test
  void replacedTermIsFound() {
    assertThat(found(REPLACED_TERM, "The newest GET stream answers; a well-known URL is looked up"))
        .containsExactly("newest", "answers");
  }

  private static String prose(Path page) {
    String text = IN_CODE.matcher(FENCE.matcher(text(page)).replaceAll("")).replaceAll("");
    return TARGET.matcher(text).replaceAll("]");
  }

  @Test
  void indefinitePersonIsFound() {
    assertThat(found(NO_ROLE, "Whoever asks, as you\nlike"))
        .containsExactly("Whoever", "as you\nlike");
  }

  @Test
  void alertsNameExistingErrorTypes() throws IOException {
    Set<String> types = new TreeSet<>();
    Stream.of(ErrorKind.values()).map(CompletedOperation::word).forEach(types::add);
    types.addAll(
        List.of(
            CompletedOperation.BUSY,
            CompletedOperation.CANCELLED,
            CompletedOperation.STORE_UNAVAILABLE,
            CompletedOperation.TOOL_ERROR));
    Matcher named =
        Pattern.compile("error_type=~\"([^\"]+)\"")
            .matcher(Files.readString(Path.of("../docs/operate/alerts.yml")));
    assertThat(named.find()).isTrue();
    assertThat(types).contains(named.group(1).split("\\|", -1));
  }
}
