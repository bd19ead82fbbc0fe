package io.everythingmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Comments, messages and pages of the modules that use the library consist of the terms of the MCP
 * specification and the RFCs: response, input request, round trip, latest revision, loopback.
 */
class SpecificationTermsTest {
  /** The modules are directories beside the one in which the tests of this module run. */
  private static final Path MODULES = Path.of("..");

  /** Words with an established term. Ids such as {@code well-known} are not words. */
  private static final Pattern REPLACED =
      Pattern.compile(
          "(?i)(?<![-\\w:])(answers?|answered|answering|questions?|(?<!user"
              + " )asks|asked|asking|rounds?(?!.?trip)|(?<!there )is (no(?!"
              + " longer)|none)|gives|leads? to|knows|known|newest|oldest|older(?!"
              + " than)|shapes?|looks?|agree[sd]?|lives|a"
              + " person|guests?|offers?|offered|remember(s|ed|ing)?|forgotten|visit(?:s|ed)|folders?|verbs?|patience|not"
              + " good|truth value|this (machine|computer)|good for|broken)(?![-\\w])(?! the"
              + " user)");

  private static final Pattern COMMENT_OR_STRING =
      Pattern.compile(
          "\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\n])*+)\"|/\\*(.*?)\\*/|//([^\n]*)",
          Pattern.DOTALL);

  private static final Pattern PAGE =
      Pattern.compile(".*(\\.ftlh|\\.md|/(rule|presets)/.*\\.json)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client-check",
        "conformance-tests",
        "everything-server",
        "fake-upstream-idp",
        "mcp-openapi",
        "mcp-testing"
      })
  void sourcesUseEstablishedTerms(String module) throws IOException {
    try (Stream<Path> files = Files.walk(MODULES.resolve(module).resolve("src/main"))) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(replaced(prose(file))).as(file.toString()).isEmpty());
    }
  }

  @Test
  void replacedWordIsFoundInCommentsAndMessages() {
    String source =
        "/** Answers a request. */ record Answer(String answered) { // with a question\n"
            + "String id = \"ping-answered\", message = \"This machine\", url = \".well-known\"; }";
    assertThat(replaced(commentsAndStrings(source)))
        .containsExactly("* Answers a request.", "with a question", "This machine");
  }

  private static List<String> replaced(Stream<String> lines) {
    return lines.filter(line -> REPLACED.matcher(line).find()).toList();
  }

  private static Stream<String> prose(Path file) {
    try {
      String name = file.toString();
      if (name.endsWith(".java")) {
        return commentsAndStrings(Files.readString(file));
      }
      return PAGE.matcher(name).matches() ? Files.readString(file).lines() : Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> commentsAndStrings(String source) {
    return COMMENT_OR_STRING
        .matcher(source)
        .results()
        .flatMap(
            found ->
                IntStream.rangeClosed(1, found.groupCount())
                    .mapToObj(found::group)
                    .filter(Objects::nonNull)
                    .flatMap(String::lines))
        .map(String::strip);
  }
}
