package io.everythingmcp.everything;

import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.protocol.profile.DeclaredExtensions;
import java.util.Arrays;
import java.util.Map;

/** Extensions that the official suite expects in {@code initialize}. */
final class SuiteExtensions {
  private SuiteExtensions() {}

  /** Returns the declared extensions: none without the fixtures. */
  static DeclaredExtensions declared(McpConfiguration configuration) {
    return configuration.getMcp().isFixtures()
        ? DeclaredExtensions.NONE
            .extension("io.modelcontextprotocol/ui", Map.of())
            .extension(
                "com.example/conformance",
                Map.of(
                    "nested",
                    Map.of("enabled", true, "limit", 3),
                    "values",
                    Arrays.asList(null, "b", 4)))
            .extension("com.example/empty", Map.of())
        : DeclaredExtensions.NONE;
  }
}
