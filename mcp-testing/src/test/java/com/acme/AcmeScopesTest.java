package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.assembly.StartupSummary;
import io.everythingmcp.server.configuration.McpConfiguration;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Scopes and authentication apply to an application of another package. */
class AcmeScopesTest {
  private static final String READ = "mcp:read";
  private static final String WRITE = "mcp:read mcp:write";

  @Test
  void scopesApplyInBothEras() throws Exception {
    McpConfiguration configuration = AcmeServer.configuration();
    try (AcmeServer acme = AcmeServer.start(configuration, AcmeServer.server())) {
      AcmeClient reader = new AcmeClient(acme.url(), READ);
      assertThat(reader.call("note")).isEqualTo(403);
      assertThat(reader.call("refund")).isEqualTo(403);
      assertThat(reader.stateful("tools/list", "").statusCode()).isEqualTo(200);
      AcmeClient writer = new AcmeClient(acme.url(), WRITE);
      assertThat(writer.call("note")).isEqualTo(200);
      assertThat(writer.call("refund")).isEqualTo(403);
      assertThat(writer.call("wipe")).isEqualTo(403);
      assertThat(new AcmeClient(acme.url(), WRITE + " acme:refund").call("refund")).isEqualTo(200);
      assertThat(new AcmeClient(acme.url(), "acme:refund").call("refund")).isEqualTo(403);
      assertThat(new AcmeClient(acme.url(), null).initialize().statusCode()).isEqualTo(401);
    }
  }

  @Test
  void tenantRequiresAuthentication() throws Exception {
    McpConfiguration configuration = AcmeServer.configuration();
    configuration
        .getTenants()
        .setDeclared(List.of((ObjectNode) new ObjectMapper().readTree("{\"id\":\"east\"}")));
    try (AcmeServer acme = AcmeServer.start(configuration, AcmeServer.server())) {
      String tenant = acme.url() + "/t/east";
      assertThat(new AcmeClient(tenant, null).initialize().statusCode()).isEqualTo(401);
    }
  }

  @Test
  void challengeNamesTheMissingScope() throws Exception {
    McpConfiguration configuration = AcmeServer.configuration();
    try (AcmeServer acme = AcmeServer.start(configuration, AcmeServer.server())) {
      HttpResponse<String> refused =
          new AcmeClient(acme.url(), READ).stateful("tools/call", "\"name\":\"refund\"");
      assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
          .contains("error=\"insufficient_scope\"", "scope=\"acme:refund mcp:write\"");
    }
  }

  @Test
  void scopesAreDisabledOnlyExplicitlyWithAWarning() throws Exception {
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    Logger log = (Logger) LoggerFactory.getLogger(StartupSummary.class);
    Level level = log.getLevel();
    log.setLevel(Level.WARN);
    said.start();
    log.addAppender(said);
    try (AcmeServer acme =
        AcmeServer.start(AcmeServer.configuration(), AcmeServer.server().withoutScopes())) {
      assertThat(new AcmeClient(acme.url(), READ).call("wipe")).isEqualTo(200);
      assertThat(new AcmeClient(acme.url(), null).initialize().statusCode()).isEqualTo(401);
      assertThat(said.list)
          .extracting(ILoggingEvent::getFormattedMessage)
          .anyMatch(line -> line.startsWith("UNSAFE: Scope checks are disabled"));
    } finally {
      log.detachAppender(said);
      log.setLevel(level);
    }
  }

  @Test
  void withoutScopesAnUnauthenticatedSessionCallsNoTool() throws Exception {
    McpConfiguration configuration = AcmeServer.configuration();
    configuration.getAuth().setAnonymousInitialize(true);
    try (AcmeServer acme = AcmeServer.start(configuration, AcmeServer.server().withoutScopes())) {
      AcmeClient unauthenticated = new AcmeClient(acme.url(), null);
      assertThat(unauthenticated.initialize().statusCode()).isEqualTo(200);
      assertThat(unauthenticated.stateful("tools/call", "\"name\":\"wipe\"").statusCode())
          .isEqualTo(401);
      assertThat(unauthenticated.stateless("tools/call", "wipe", "\"name\":\"wipe\"").statusCode())
          .isEqualTo(401);
      assertThat(new AcmeClient(acme.url(), READ).call("wipe")).isEqualTo(200);
    }
  }
}
