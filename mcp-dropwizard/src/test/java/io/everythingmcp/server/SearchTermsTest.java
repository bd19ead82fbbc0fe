package io.everythingmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A text search for a term of the specification finds the documentation page and the class: both
 * are among the first three files, ordered by the number of lines that contain the term, as with
 * {@code grep -ric term docs | sort -t: -k2 -nr}.
 */
class SearchTermsTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final int FIRST = 3;

  @ParameterizedTest
  @CsvSource({
    "elicitation, learn/tour.md, UrlElicitationRequests",
    "requestState, learn/stateless.md, RequestState",
    "input_required, learn/stateless.md, MultiRoundTripRequests",
    "resumability, learn/tour.md, StreamLog",
    "keep-alive, reference/configuration.md, KeepAlive",
    "progressToken, learn/tour.md, ProgressNotifier",
    "insufficient_scope, operate/auth.md, AuthenticationChallenge",
    "protected resource metadata, operate/authorization-server.md,"
        + " ProtectedResourceMetadataServlet",
    "step-up, operate/auth.md, AuthenticationChallenge",
    "session expired, operate/troubleshooting.md, SessionRefusals"
  })
  void searchFindsThePageAndTheClass(String term, String page, String type) {
    assertThat(search(DOCS, ".md", term)).as("pages with %s", term).contains(page);
    assertThat(search(SOURCES, ".java", term))
        .as("classes with %s", term)
        .anyMatch(file -> file.endsWith("/" + type + ".java"));
  }

  @Test
  void fourthFileIsNotFound(@TempDir Path folder) throws IOException {
    for (int lines = 1; lines <= 4; lines++) {
      Files.writeString(folder.resolve(lines + ".md"), "The Step-Up\n".repeat(lines));
    }
    Files.writeString(folder.resolve("5.md"), "Other");
    assertThat(search(folder, ".md", "step-up")).containsExactly("4.md", "3.md", "2.md");
    assertThat(search(folder, ".md", "unknown term")).isEmpty();
  }

  private record SearchHit(String file, long lines) {}

  private static List<String> search(Path folder, String end, String term) {
    String lowerCase = term.toLowerCase(Locale.ROOT);
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(end))
          .map(file -> new SearchHit(folder.relativize(file).toString(), count(file, lowerCase)))
          .filter(hit -> hit.lines() > 0)
          .sorted(
              Comparator.comparingLong(SearchHit::lines).reversed().thenComparing(SearchHit::file))
          .limit(FIRST)
          .map(SearchHit::file)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long count(Path file, String term) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> line.toLowerCase(Locale.ROOT).contains(term)).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
