package com.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.protocol.profile.DeclaredExtensions;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Extensions that an application declares. */
class AcmeExtensionsTest {
  private static final DeclaredExtensions WITH_NULL =
      DeclaredExtensions.NONE.extension(
          "com.acme/billing", Map.of("rates", Arrays.asList(null, 4)));

  private static JsonNode capabilities(HttpResponse<String> response) throws Exception {
    return AcmeClient.json(response).at("/result/capabilities");
  }

  @Test
  void extensionWithNullIsDeclaredWhereTheRevisionHasNull() throws Exception {
    McpConfiguration configuration = AcmeServer.configuration();
    configuration.getAuth().setMode(Mode.NONE);
    DeclaredExtensions two = WITH_NULL.extension("com.acme/other", Map.of("rates", List.of(4)));
    for (DeclaredExtensions declared : List.of(WITH_NULL, two)) {
      try (AcmeServer acme =
          AcmeServer.start(configuration, AcmeServer.server().extensions(any -> declared))) {
        AcmeClient client = new AcmeClient(acme.url(), null);
        assertThat(capabilities(client.initialize()).at("/extensions/com.acme~1billing"))
            .isEqualTo(new ObjectMapper().readTree("{\"rates\":[null,4]}"));
        JsonNode discovered = capabilities(client.stateless("server/discover", null, ""));
        assertThat(discovered.at("/extensions/com.acme~1billing").isMissingNode()).isTrue();
        assertThat(discovered.has("extensions")).isEqualTo(declared.equals(two));
      }
    }
  }

  @Test
  void extensionNeedsAPrefix() {
    for (String wrong : List.of("billing", "/billing", "com.acme/", "com..acme/x", "com acme/x")) {
      assertThatThrownBy(() -> DeclaredExtensions.NONE.extension(wrong, Map.of()))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("com.example/billing");
    }
  }
}
