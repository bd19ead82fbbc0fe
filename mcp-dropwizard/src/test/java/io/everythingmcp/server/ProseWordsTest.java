package io.everythingmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Comments, names and messages of all modules, including tests, name roles (caller, user, client,
 * operator) instead of indefinite persons, and servers and clients send and return messages instead
 * of telling.
 */
class ProseWordsTest {
  /** The modules are directories beside the one in which the tests of this module run. */
  private static final Path MODULES = Path.of("..");

  /**
   * Words of text and comments. Constants in capital letters, names in camel case and ids of checks
   * such as {@code change-is-told} are names and not prose.
   */
  private static final Pattern INDEFINITE =
      Pattern.compile(
          "\\b([Ww]ho(m)?ever|[Nn]obody|[Ss]omebody|[Ee]verybody|[Aa]nybody"
              + "|[Ss]ays|[Tt]ells|(?<!-)[Tt]old|[Pp]eople|[Ss]trangers?)\\b");

  /** Figures of speech for notifications, keep-alive comments, revocation and consent. */
  private static final Pattern FIGURATIVE =
      Pattern.compile(
          "(?i)\\b(hears?|forgets?|ears?|manners|signs? of life|as (you|they) like|lets? in"
              + "|(comes|came) back|(takes?|taken) back|beforehand|put aside"
              + "|(goes|go|going) on|worked on|any more|the usual)\\b");

  /**
   * Words for which MCP, OAuth, Redis and Java have an established term: response, input request,
   * loopback, belongs to, latest, method, supports, cached, default. Stored and wire names in
   * quotes, such as {@code "questions"}, and the public method {@code answer()} are exceptions.
   */
  private static final Pattern UNESTABLISHED =
      Pattern.compile(
          "\\b([Tt]his (machine|computer)|[Oo]ther machines|[Ll]ead(s|ing)? (to|nowhere)|truth"
              + " values?|[Nn]o such|[Mm]akes? no sense|[Ww]hat is on|small letters|[Gg]ood"
              + " for|[Ww]ay back|[Hh]ow long|[Nn]owhere|[Uu]nsaid|[Tt]his is no|is no"
              + " (id|name|number|record|rate|token|result|description))\\b|(?<!refresh["
              + " -]|\")\\b([Aa]nswers?|[Aa]nswered|[Aa]nswering)\\b(?!\\()"
              + "|(?<![\":])\\b[Qq]uestions?\\b|(?<!\")\\b[Vv]isits?\\b"
              + "|\\b([Aa]sks|[Aa]sked|[Aa]sking|[Nn]ewest|[Oo]ldest|[Oo]lder|[Vv]erbs?|[Ff]olders?|[Oo]ffers|[Oo]ffered|[Rr]emember(s|ed)?|[Aa]grees|[Ll]ooks"
              + " (like|for|at)|[Ll]ives|[Pp]atience"
              + "|[Uu]sual|[Kk]nows|[Ff]orgotten|[Ss]hapes?)\\b");

  private static final Pattern TEXT_FILE =
      Pattern.compile(".*\\.(java|ftlh|md|json|css|js|mjs|yml|xml|properties|sh)");

  private static final Set<String> EXCEPTIONS =
      Set.of(
          // Contain the former name of a setting, which is still recognised.
          "RenamedKeys.java",
          "RenamedKeysTest.java",
          // Contain the patterns.
          "ProseWordsTest.java",
          "DocsTest.java");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client-check",
        "conformance-tests",
        "everything-server",
        "fake-upstream-idp",
        "mcp-conformance",
        "mcp-dropwizard",
        "mcp-openapi",
        "mcp-testing"
      })
  void sourcesNameRoles(String module) throws IOException {
    Path sources = MODULES.resolve(module).resolve("src/main");
    assertNone(sources, INDEFINITE);
    assertNone(sources, FIGURATIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client-check/src/test",
        "conformance-tests/src/test",
        "everything-server/src/test",
        "fake-upstream-idp/src/test",
        "mcp-conformance/src/test",
        "mcp-dropwizard/src/test",
        "mcp-openapi/src/test",
        "mcp-testing/src/test",
        ".ci",
        "scratch/bench/src"
      })
  void testsAndToolsNameRoles(String directory) throws IOException {
    assertNone(MODULES.resolve(directory), INDEFINITE);
    assertNone(MODULES.resolve(directory), FIGURATIVE);
  }

  @Test
  void libraryUsesEstablishedTerms() throws IOException {
    assertNone(MODULES.resolve("mcp-dropwizard/src/main"), UNESTABLISHED);
  }

  @Test
  void anUnestablishedTermIsFound() {
    assertThat(
            matches(
                Stream.of(
                    "a response",
                    "The answer",
                    "\"answers\"",
                    "answer()",
                    "leads to a tenant",
                    "no such page",
                    "Asks the store",
                    "mcp:questions",
                    "a question"),
                UNESTABLISHED))
        .containsExactly(
            "The answer", "leads to a tenant", "no such page", "Asks the store", "a question");
  }

  @Test
  void anIndefinitePersonIsFound() {
    assertThat(
            matches(
                Stream.of("a caller", "Whoever calls", "nobody's", "is told", "change-is-told"),
                INDEFINITE))
        .containsExactly("Whoever calls", "nobody's", "is told");
  }

  @Test
  void aFigureOfSpeechIsFound() {
    assertThat(
            matches(
                Stream.of("a keep-alive", "Signs of life", "is taken back", "years", "it hears"),
                FIGURATIVE))
        .containsExactly("Signs of life", "is taken back", "it hears");
  }

  private static void assertNone(Path directory, Pattern words) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      assertThat(files.filter(ProseWordsTest::isText))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(matches(file, words)).as(file.toString()).isEmpty());
    }
  }

  private static boolean isText(Path file) {
    return Files.isRegularFile(file)
        && TEXT_FILE.matcher(file.toString()).matches()
        && !EXCEPTIONS.contains(file.getFileName().toString())
        && !file.toString().contains("node_modules");
  }

  private static List<String> matches(Path file, Pattern words) {
    try (Stream<String> lines = Files.lines(file)) {
      return matches(lines, words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> matches(Stream<String> lines, Pattern words) {
    return lines.filter(line -> words.matcher(line).find()).toList();
  }
}
