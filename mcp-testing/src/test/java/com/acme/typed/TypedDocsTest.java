package com.acme.typed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.everythingmcp.api.typed.AnnotatedFeatures;
import io.everythingmcp.testing.McpTestClient.Revisions;
import io.everythingmcp.testing.McpTestServer;
import io.everythingmcp.testing.ToolCallResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The code that {@code docs/start/typed-tools.md} prints is compiled, and works as described. */
class TypedDocsTest {
  private static final Path SOURCES = Path.of("src/test/java/com/acme/typed");
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private static String packed(String code) {
    return code.replaceAll("\\s", "");
  }

  private static String source(String name) throws IOException {
    return packed(Files.readString(SOURCES.resolve(name)));
  }

  @Test
  void eachBlockIsPartOfASource() throws IOException {
    String all =
        source("ShopTools.java")
            + source("OfficeTools.java")
            + source("DocumentedTools.java")
            + source("AnnotatedOptions.java");
    String page = Files.readString(Path.of("../docs/start/typed-tools.md"));
    List<String> blocks = BLOCK.matcher(page).results().map(found -> found.group(1)).toList();
    assertThat(blocks).hasSize(5);
    assertThat(blocks.get(0).lines().count()).isLessThanOrEqualTo(16);
    for (String block : blocks) {
      for (String part : block.split("\n\n(?=@|record|static)", -1)) {
        assertThat(all).contains(packed(part));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void recordAndFunctionAreATool(Revisions revisions) throws Exception {
    try (McpTestServer server =
        TypedServer.start(AnnotatedFeatures.of(DocumentedTools.quote(), new DocumentedTools()))) {
      ToolCallResult quote = server.client(revisions).callTool("quote", Map.of("product", "tea"));
      assertThat(quote.structuredContent())
          .isEqualTo(
              new ObjectMapper()
                  .readTree("{\"product\":\"tea\",\"size\":\"SMALL\",\"cents\":100}"));
      assertThat(server.client(revisions).callTool("quote", Map.of("product", 1)).text())
          .contains("/product: ");
      Map<String, Object> answers = Map.of("name", "Ada", "email", "ada@example.com", "sure", true);
      assertThat(TypedServer.client(server, revisions, answers).callTool("book", Map.of()).text())
          .isEqualTo("Booked for Ada");
    }
  }
}
