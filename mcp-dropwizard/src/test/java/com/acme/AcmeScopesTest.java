package com.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.config.AuthConfiguration.Mode;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.config.tenant.MountConfiguration;
import io.everythingmcp.server.install.StartUp;
import io.everythingmcp.server.limit.Rate;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Scopes and authentication hold in an application of another package. */
class AcmeScopesTest {
  private static final String READ = "mcp:read";
  private static final String WRITE = "mcp:read mcp:write";

  @ParameterizedTest
  @ValueSource(strings = {"VMART", "TRAMV", "MR", "RM", "TMR"})
  void scopesHoldWhateverBundlesThereAreInWhateverOrder(String letters) throws Exception {
    EverythingConfiguration configuration = AcmeServer.configuration();
    try (AcmeServer acme = AcmeServer.start(configuration, AcmeServer.factory(), letters)) {
      AcmeClient reader = new AcmeClient(acme.url(), READ);
      assertThat(reader.call("note")).isEqualTo(403);
      assertThat(reader.call("refund")).isEqualTo(403);
      assertThat(reader.sessionful("tools/list", "").statusCode()).isEqualTo(200);
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
  void aTenantIsServedBehindAuthenticationWhateverTheOrder() throws Exception {
    EverythingConfiguration configuration = AcmeServer.configuration();
    configuration
        .getTenants()
        .setDeclared(List.of((ObjectNode) new ObjectMapper().readTree("{\"id\":\"east\"}")));
    try (AcmeServer acme = AcmeServer.start(configuration, AcmeServer.factory(), "TMR")) {
      String tenant = acme.url() + "/t/east";
      assertThat(new AcmeClient(tenant, null).initialize().statusCode()).isEqualTo(401);
    }
  }

  @Test
  void theChallengeNamesWhatIsMissing() throws Exception {
    EverythingConfiguration configuration = AcmeServer.configuration();
    try (AcmeServer acme = AcmeServer.start(configuration, AcmeServer.factory(), "MR")) {
      HttpResponse<String> refused =
          new AcmeClient(acme.url(), READ).sessionful("tools/call", "\"name\":\"refund\"");
      assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
          .contains("error=\"insufficient_scope\"", "scope=\"acme:refund mcp:write\"");
    }
  }

  @Test
  void scopesAreOffByAnExplicitCallOnlyAndThatIsSaid() throws Exception {
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    Logger log = (Logger) LoggerFactory.getLogger(StartUp.class);
    Level level = log.getLevel();
    log.setLevel(Level.WARN);
    said.start();
    log.addAppender(said);
    try (AcmeServer acme =
        AcmeServer.start(AcmeServer.configuration(), AcmeServer.factory().withoutScopes(), "MRT")) {
      assertThat(new AcmeClient(acme.url(), READ).call("wipe")).isEqualTo(200);
      assertThat(new AcmeClient(acme.url(), null).initialize().statusCode()).isEqualTo(401);
      assertThat(said.list)
          .extracting(ILoggingEvent::getFormattedMessage)
          .anyMatch(line -> line.startsWith("UNSAFE: Scopes are not checked"));
    } finally {
      log.detachAppender(said);
      log.setLevel(level);
    }
  }

  @Test
  void aGuardThatIsMissingWhereCallersAreAuthenticatedEndsTheStart() {
    assertThatThrownBy(
            () ->
                AcmeServer.start(
                    AcmeServer.configuration(),
                    AcmeServer.factory().guarded((catalog, c, entrance) -> Optional.empty()),
                    "MR"))
        .hasMessageContaining("withoutScopes()");
  }

  /** A setting, the bundles of an application, and the bundle that is missing. */
  record Missing(String letters, String bundle, Consumer<EverythingConfiguration> setting) {}

  static List<Missing> missing() {
    return List.of(
        new Missing("M", "ResourceServerBundle", c -> {}),
        new Missing("MT", "ResourceServerBundle", c -> c.getAuth().setMode(Mode.API_KEY)),
        new Missing("TVM", "ResourceServerBundle", c -> c.getAuth().setMode(Mode.CUSTOM)),
        new Missing("MRT", "AuthorizationServerBundle", c -> c.getAuth().setMode(Mode.INTEGRATED)),
        new Missing("MR", "TenantBundle", c -> c.getTenants().setEverybody(false)),
        new Missing(
            "MR", "TenantBundle", c -> c.getLimits().getRate().setRequests(Rate.parse("3/1s"))),
        new Missing("MR", "TenantBundle", c -> c.getTenants().setDeclared(List.of(tenant()))),
        new Missing("MR", "TenantBundle", c -> c.setMounts(List.of(mount("")))),
        new Missing("M", "ResourceServerBundle", AcmeScopesTest::openWithAMountThatIsNot),
        new Missing("RT", "McpBundle", c -> {}));
  }

  private static ObjectNode tenant() {
    return new ObjectMapper().createObjectNode().put("id", "east");
  }

  private static MountConfiguration mount(String auth) {
    MountConfiguration mount = new MountConfiguration();
    mount.setPath("/billing");
    mount.setAuth(auth);
    return mount;
  }

  private static void openWithAMountThatIsNot(EverythingConfiguration configuration) {
    configuration.getAuth().setMode(Mode.NONE);
    configuration.setMounts(List.of(mount("jwt")));
  }

  @ParameterizedTest
  @MethodSource("missing")
  void aServerThatLacksWhatItsConfigurationNeedsDoesNotStart(Missing missing) {
    EverythingConfiguration configuration = AcmeServer.configuration();
    missing.setting().accept(configuration);
    assertThatThrownBy(
            () -> AcmeServer.start(configuration, AcmeServer.factory(), missing.letters()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the application has no " + missing.bundle());
  }
}
