package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.hello.DevelopmentLogin;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.ServerInfo;
import io.everythingmcp.api.annotation.McpTool;
import io.everythingmcp.api.typed.AnnotatedFeatures;
import io.everythingmcp.server.McpServerBundle;
import org.junit.jupiter.api.Test;

/** The scope of an annotation applies as that of a tool without annotations does. */
class TypedScopesTest {
  /** Two tools with different scopes. */
  static final class ScopedTools {
    @McpTool(
        description = "Gives money back",
        requiredScope = "acme:refund",
        scopeDescription = "Give money back to customers")
    public String refund() {
      return "refunded";
    }

    @McpTool(description = "Takes a note", blocking = false)
    public String note() {
      return "noted";
    }
  }

  @Test
  void toolRequiresItsScope() throws Exception {
    FeatureCatalog catalog = AnnotatedFeatures.of(new ScopedTools());
    assertThat(catalog.scopes()).containsEntry("acme:refund", "Give money back to customers");
    try (AcmeServer acme =
        AcmeServer.start(
            AcmeServer.configuration(),
            McpServerBundle.builder()
                .serverInfo(ServerInfo.named("acme"))
                .developmentLogin(new DevelopmentLogin())
                .features(catalog))) {
      AcmeClient writer = new AcmeClient(acme.url(), "mcp:read mcp:write");
      assertThat(writer.call("note")).isEqualTo(200);
      assertThat(writer.call("refund")).isEqualTo(403);
      AcmeClient cashier = new AcmeClient(acme.url(), "mcp:read mcp:write acme:refund");
      assertThat(cashier.call("refund")).isEqualTo(200);
    }
  }
}
