package com.acme.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.Tool;
import io.everythingmcp.openapi.OpenApiTools;
import io.everythingmcp.testing.McpTestClient.Revisions;
import io.everythingmcp.testing.McpTestServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The code that {@code docs/start/openapi.md} prints is compiled, and works as described. */
class OpenApiDocsTest {
  private static final Path SOURCES = Path.of("src/test/java/com/acme/openapi");
  private static final Path SHOP = Path.of("src/test/resources/openapi/shop.yaml");
  private static final URI SERVICE = URI.create("http://localhost:1");
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private static String packed(String code) {
    return code.replaceAll("\\s", "");
  }

  private static List<String> names(OpenApiTools tools) {
    return tools.tools().stream().map(tool -> tool.definition().name()).toList();
  }

  @Test
  void eachBlockIsPartOfASource() throws IOException {
    String sources =
        packed(Files.readString(SOURCES.resolve("ShopApplication.java")))
            + packed(Files.readString(SOURCES.resolve("ShopImports.java")));
    String page = Files.readString(Path.of("../docs/start/openapi.md"));
    List<String> blocks = BLOCK.matcher(page).results().map(found -> found.group(1)).toList();
    assertThat(blocks).hasSize(3);
    for (String block : blocks) {
      assertThat(sources).contains(packed(block));
    }
  }

  @Test
  void operationsAreSelected() {
    assertThat(names(ShopImports.orders(SHOP, SERVICE)))
        .containsExactly("shop_listProducts", "shop_getProduct", "shop_createOrder");
    assertThat(ShopImports.orders(SHOP, SERVICE).tools())
        .extracting(Tool::requiredScope)
        .containsExactly("mcp:read", "mcp:read", "shop:order");
    assertThat(names(ShopImports.perUser(SHOP, SERVICE, caller -> "token")))
        .contains("listProducts")
        .doesNotContain("createOrder");
  }

  @ParameterizedTest
  @EnumSource
  void theApplicationIsAServer(Revisions revisions) {
    OpenApiTools shop =
        OpenApiTools.from(SHOP).baseUrl(SERVICE).credential("key", context -> "secret").build();
    try (McpTestServer server = McpTestServer.start(new ShopApplication(shop))) {
      assertThat(server.client(revisions).callTool("getProduct", Map.of("id", 1)).text())
          .isEqualTo("The service cannot be reached (ConnectException)");
    }
  }
}
