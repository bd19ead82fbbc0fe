package io.everythingmcp.conformance.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Resolution of the server of a caller by a token, a claim, an API key or the user name. */
class TenantResolutionIT {
  private static final String DEFAULT_SERVER = "everything-server";
  private static final String STATIC = "token-of-the-eagles-0123";
  private static final String KEY = "key-of-the-eagles-0123";
  private static final String FILE = "conformance-tests/src/test/resources/tenants.yml";

  private static ServerLaunch launch(String... more) {
    ServerLaunch launch = ServerLaunch.with(more).config(FILE);
    launch.environment().put("JWT_SECRET", SignedTokens.SECRET);
    launch.environment().put("KEY_SHA256", SignedTokens.sha256(KEY));
    return launch;
  }

  @RegisterExtension static final SharedServer USUAL = SharedServer.with(launch());

  @RegisterExtension
  static final SharedServer SUBJECTS = SharedServer.with(launch("ORDER", "subject, claim"));

  @RegisterExtension
  static final SharedServer KNOWN_SUBJECTS_ONLY =
      SharedServer.with(launch("DEFAULT_SERVER", "false"));

  private static RawRequest initialize(SharedServer server, String path) {
    return server.client().post(path, JsonRpcMessages.initialize("2025-11-25", "{}"));
  }

  private static String token(SharedServer server, String subject, String org) {
    ObjectNode claims = SignedTokens.claims(server.uri().toString(), subject, "mcp:read mcp:write");
    if (!org.isEmpty()) {
      claims.put("org", org);
    }
    return SignedTokens.signed(claims);
  }

  private static RawResponse as(SharedServer server, String token) {
    return initialize(server, "/mcp").header("Authorization", "Bearer " + token).send();
  }

  private static String name(RawResponse response) {
    assertThat(response.status()).as(response.toString()).isEqualTo(200);
    return response.json().path("result").path("serverInfo").path("name").asText();
  }

  @Test
  void declaredTenantExistsFromTheStart() {
    RawResponse response = as(USUAL, STATIC);
    assertThat(name(response)).isEqualTo("Eagles");
    assertThat(response.json().path("result").path("serverInfo").path("version").asText())
        .isEqualTo("3.1");
  }

  @Test
  void claimIdentifiesTenant() {
    assertThat(name(as(USUAL, token(USUAL, "another-user", "falcons")))).isEqualTo("Falcons");
    assertThat(as(USUAL, token(USUAL, "another-user", "owls")).status()).isEqualTo(404);
  }

  @Test
  void apiKeyIdentifiesTenant() {
    assertThat(name(initialize(USUAL, "/mcp").header("X-API-Key", KEY).send())).isEqualTo("Eagles");
  }

  @Test
  void subjectIdentifiesTenant() {
    assertThat(name(as(USUAL, token(USUAL, "erin", "")))).isEqualTo("Eagles");
    assertThat(name(as(USUAL, token(USUAL, "fay", "")))).isEqualTo("Falcons");
    assertThat(name(as(USUAL, token(USUAL, "frank", "")))).isEqualTo("Falcons");
    assertThat(name(as(USUAL, token(USUAL, "another-user", "")))).isEqualTo(DEFAULT_SERVER);
  }

  @Test
  void subjectOfAnotherIssuerIsNotIdentified() {
    ObjectNode claims = SignedTokens.claims(USUAL.uri().toString(), "fay", "mcp:read");
    String other = SignedTokens.signed(claims.put("iss", "https://other.example"));
    assertThat(name(as(USUAL, other))).isEqualTo(DEFAULT_SERVER);
  }

  @Test
  void pathRequiresMembershipInTenant() {
    String erin = "Bearer " + token(USUAL, "erin", "");
    assertThat(name(initialize(USUAL, "/t/eagles/mcp").header("Authorization", erin).send()))
        .isEqualTo("Eagles");
    assertThat(initialize(USUAL, "/t/falcons/mcp").header("Authorization", erin).send().status())
        .isEqualTo(404);
  }

  @Test
  void firstResolverInOrderWins() {
    assertThat(name(as(USUAL, token(USUAL, "erin", "falcons")))).isEqualTo("Falcons");
    assertThat(name(as(SUBJECTS, token(SUBJECTS, "erin", "falcons")))).isEqualTo("Eagles");
    assertThat(name(as(SUBJECTS, token(SUBJECTS, "another-user", "falcons")))).isEqualTo("Falcons");
  }

  @Test
  void resolverOutsideTheOrderIsIgnored() {
    assertThat(as(SUBJECTS, STATIC).status()).isEqualTo(401);
  }

  @Test
  void withoutDefaultServerUnknownCallersAreRejected() {
    assertThat(name(as(KNOWN_SUBJECTS_ONLY, STATIC))).isEqualTo("Eagles");
    assertThat(as(KNOWN_SUBJECTS_ONLY, token(KNOWN_SUBJECTS_ONLY, "another-user", "")).status())
        .isEqualTo(404);
    String erin = "Bearer " + token(KNOWN_SUBJECTS_ONLY, "erin", "");
    assertThat(
            KNOWN_SUBJECTS_ONLY.client().get("/sse").header("Authorization", erin).send().status())
        .isEqualTo(404);
  }
}
