package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.AuthorizationServerConfiguration.Format;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.access.UserGroupConfiguration;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scopes of users in an application with the integrated authorization server. */
class AcmeAccessTest {
  private static McpConfiguration integrated() {
    McpConfiguration configuration = AcmeServer.configuration();
    configuration.getAuth().setMode(Mode.INTEGRATED);
    return configuration;
  }

  private static AcmeUser createUser(AcmeServer acme) {
    return new AcmeUser(acme.url(), acme.url());
  }

  private static String document(AcmeUser user, String name) throws Exception {
    JsonNode document = new ObjectMapper().readTree(user.get("/.well-known/" + name).body());
    return document.path("scopes_supported").toString();
  }

  @Test
  void toolScopeIsGrantedByStepUp() throws Exception {
    try (AcmeServer acme = AcmeServer.start(integrated(), AcmeServer.server())) {
      AcmeUser alice = createUser(acme);
      JsonNode before = alice.consent("alice", "mcp:read mcp:write");
      assertThat(AcmeClient.withToken(acme.url(), text(before, "access_token")).call("refund"))
          .isEqualTo(403);
      JsonNode after = alice.consent("alice", "acme:refund mcp:write");
      assertThat(alice.page()).contains("Give money back to customers", "acme:refund");
      assertThat(text(after, "scope")).isEqualTo("acme:refund mcp:write");
      assertThat(AcmeClient.withToken(acme.url(), text(after, "access_token")).call("refund"))
          .isEqualTo(200);
      assertThat(document(alice, "oauth-authorization-server"))
          .contains("mcp:read", "mcp:admin", "acme:refund");
      assertThat(document(alice, "oauth-protected-resource/mcp/"))
          .isEqualTo(document(alice, "oauth-protected-resource/mcp"));
      assertThat(document(alice, "oauth-protected-resource/mcp"))
          .contains("mcp:read", "mcp:write", "acme:refund")
          .doesNotContain("mcp:admin");
      assertThat(
              new AcmeClient(acme.url(), null)
                  .initialize()
                  .headers()
                  .firstValue("WWW-Authenticate")
                  .orElseThrow())
          .contains("scope=\"mcp:read mcp:write\"");
    }
  }

  @Test
  void loopbackFakeUsersMayBeAdmin() throws Exception {
    try (AcmeServer acme = AcmeServer.start(integrated(), AcmeServer.server())) {
      assertThat(text(createUser(acme).consent("bob", "mcp:admin"), "scope"))
          .isEqualTo("mcp:admin");
    }
  }

  @Test
  void nonLoopbackUsersAreAdminOnlyByConfiguration() throws Exception {
    McpConfiguration configuration = integrated();
    String local = configuration.getBaseUri();
    configuration.setBaseUri("https://mcp.example");
    configuration.getEdge().setAllowedHosts(URI.create(local).getAuthority());
    UserGroupConfiguration domain = new UserGroupConfiguration();
    domain.setDomains("elsewhere.example");
    configuration.getAuth().getServer().getAccess().setScopes(Map.of("acme:refund", domain));
    try (AcmeServer acme = AcmeServer.start(configuration, AcmeServer.server())) {
      assertThat(acme.url()).isEqualTo("https://mcp.example");
      AcmeUser bob = new AcmeUser("https://mcp.example", local);
      JsonNode refused = bob.consent("bob", "mcp:admin");
      assertThat(text(refused, "error")).isEqualTo("access_denied");
      assertThat(text(refused, "error_description")).contains("mcp:admin");
      assertThat(text(bob.consent("bob", "mcp:admin mcp:write acme:refund"), "scope"))
          .isEqualTo("mcp:write");
    }
  }

  @Test
  void operatorConfiguresUsers() throws Exception {
    McpConfiguration configuration = integrated();
    UserGroupConfiguration staff = new UserGroupConfiguration();
    staff.setSubjects("alice, bob");
    configuration.getAuth().getServer().getAccess().setLogin(staff);
    UserGroupConfiguration admins = new UserGroupConfiguration();
    admins.setClaims("preferred_username=alice");
    configuration.getAuth().getServer().getAccess().setScopes(Map.of("mcp:admin", admins));
    try (AcmeServer acme = AcmeServer.start(configuration, AcmeServer.server())) {
      assertThat(text(createUser(acme).consent("carol", "mcp:read"), "error"))
          .isEqualTo("access_denied");
      assertThat(text(createUser(acme).consent("bob", "mcp:read mcp:admin"), "scope"))
          .isEqualTo("mcp:read");
      assertThat(text(createUser(acme).consent("alice", "mcp:read mcp:admin"), "scope"))
          .isEqualTo("mcp:admin mcp:read");
    }
  }

  @Test
  void openIdDocumentIsCompleteOrAbsent() throws Exception {
    McpConfiguration configuration = integrated();
    String issuer = configuration.getBaseUri();
    try (AcmeServer acme = AcmeServer.start(configuration, AcmeServer.server())) {
      HttpResponse<String> response = createUser(acme).get("/.well-known/openid-configuration");
      OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(response.body());
      assertThat(metadata.getIssuer().getValue()).isEqualTo(issuer);
      assertThat(metadata.getSubjectTypes()).isNotEmpty();
      assertThat(metadata.getIDTokenJWSAlgs()).isNotEmpty();
    }
    McpConfiguration opaque = integrated();
    opaque.getAuth().getServer().setAccessTokenFormat(Format.OPAQUE);
    try (AcmeServer acme = AcmeServer.start(opaque, AcmeServer.server())) {
      AcmeUser alice = createUser(acme);
      assertThat(alice.get("/.well-known/openid-configuration").statusCode()).isEqualTo(404);
      assertThat(alice.get("/.well-known/oauth-authorization-server").statusCode()).isEqualTo(200);
    }
  }

  private static String text(JsonNode document, String name) {
    assertThat(document.has(name)).as(document.toString()).isTrue();
    return document.path(name).asText();
  }
}
