package io.everythingmcp.conformance.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import io.everythingmcp.conformance.harness.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dynamic client registration. */
class RegistrationIT {
  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with("AUTH_MODE", "integrated", "SERVER_NAME", "registration");

  private static RawResponse register(String metadata) {
    return OAuthApplication.register(SERVER.uri(), metadata);
  }

  @Test
  void responseDescribesTheClient() {
    RawResponse response = register("{'scope':'mcp:read','application_type':'native'}");
    JsonNode client = response.json();
    assertThat(response.status()).isEqualTo(201);
    assertThat(response.header("Cache-Control")).contains("no-store");
    assertThat(client.path("client_id").asText()).hasSize(43);
    assertThat(client.path("client_secret").asText()).hasSize(43);
    assertThat(client.path("client_secret_expires_at").asLong())
        .isEqualTo(client.path("client_id_issued_at").asLong() + 30 * 24 * 3600);
    assertThat(client.path("token_endpoint_auth_method").asText()).isEqualTo("client_secret_basic");
    assertThat(client.path("grant_types").size()).isEqualTo(2);
    assertThat(client.path("application_type").asText()).isEqualTo("native");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'redirect_uris':[]} | invalid_redirect_uri",
        "{'redirect_uris':null} | invalid_redirect_uri",
        "{'redirect_uris':['http://app.example/cb']} | invalid_redirect_uri",
        "{'redirect_uris':['https://app.example/cb#x']} | invalid_redirect_uri",
        "{'redirect_uris':['https://user@app.example/cb']} | invalid_redirect_uri",
        "{'redirect_uris':['https://*.example/cb']} | invalid_redirect_uri",
        "{'redirect_uris':['javascript:alert(1)']} | invalid_redirect_uri",
        "{'redirect_uris':['data:text/html,x']} | invalid_redirect_uri",
        "{'redirect_uris':['file:///etc/passwd']} | invalid_redirect_uri",
        "{'redirect_uris':['/relative']} | invalid_redirect_uri",
        "{'redirect_uris':['app://cb']} | invalid_redirect_uri",
        "{'redirect_uris':['smb://attacker/share']} | invalid_redirect_uri",
        "{'redirect_uris':['localhost:8080/cb']} | invalid_redirect_uri",
        "{'redirect_uris':['https://app.example/cb','ms-word:ofe']} | invalid_redirect_uri",
        "{'redirect_uris':'https://app.example/cb'} | invalid_redirect_uri",
        "{'redirect_uris':[7]} | invalid_redirect_uri",
        "{'redirect_uris':['']} | invalid_redirect_uri",
        "{'application_type':'desktop'} | invalid_client_metadata",
        "{'token_endpoint_auth_method':'tls_client_auth'} | invalid_client_metadata",
        "{'token_endpoint_auth_method':'private_key_jwt'} | invalid_client_metadata",
        "{'grant_types':['implicit']} | invalid_client_metadata",
        "{'response_types':['token']} | invalid_client_metadata",
        "{'jwks_uri':'http://app.example/keys'} | invalid_client_metadata",
        "{'client_uri':'javascript:alert(1)'} | invalid_client_metadata",
        "{'client_name':7} | invalid_client_metadata"
      })
  void invalidMetadataIsRejected(String metadata, String error) {
    RawResponse response = register(metadata);
    assertThat(response.status()).as(response.toString()).isEqualTo(400);
    assertThat(response.json().path("error").asText()).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://app.example/cb",
        "http://localhost/cb",
        "http://[::1]:8080/cb",
        "cursor://anysphere.cursor-mcp/oauth/callback",
        "com.example.app:/oauth"
      })
  void nativeApplicationMetadataIsAccepted(String redirectUri) {
    assertThat(register("{'redirect_uris':['" + redirectUri + "']}").status()).isEqualTo(201);
  }

  @Test
  void tooLongMetadataIsRejected() {
    RawResponse response =
        register("{'client_uri':'https://a.example/" + "x".repeat(17_000) + "'}");
    assertThat(response.status()).isEqualTo(400);
  }

  @Test
  void frequentRegistrationsAreRateLimited() {
    // A long interval, so that slow machines send all requests within it.
    try (ServerProcess server =
        ServerLaunch.with("AUTH_MODE", "integrated")
            .jvm("-Ddw.limits.rate.register=20/3600s")
            .start()) {
      for (int i = 0; i < 20; i++) {
        assertThat(OAuthApplication.register(server.uri(), "{}").status()).isEqualTo(201);
      }
      RawResponse response = OAuthApplication.register(server.uri(), "{}");
      assertThat(response.status()).isEqualTo(429);
      assertThat(Integer.parseInt(response.header("Retry-After"))).isBetween(1, 180);
      assertThat(response.type()).isEqualTo("application/json");
    }
  }

  @Test
  void codeGuessesAreRateLimited() {
    try (ServerProcess server =
        ServerLaunch.with("AUTH_MODE", "integrated")
            .jvm("-Ddw.limits.rate.token=20/3600s")
            .start()) {
      OAuthApplication application = OAuthApplication.registerNew(server.uri());
      for (int i = 0; i < 20; i++) {
        assertThat(application.redeem("guess " + i).status()).isEqualTo(400);
      }
      RawResponse response = application.redeem("one guess too many");
      assertThat(response.status()).isEqualTo(429);
      assertThat(Integer.parseInt(response.header("Retry-After"))).isBetween(1, 180);
    }
  }

  @Test
  void disabledRegistrationIsNotFoundAndNotAdvertised() {
    try (ServerProcess server =
        ServerLaunch.with("AUTH_MODE", "integrated", "REGISTRATION", "off").start()) {
      assertThat(OAuthApplication.register(server.uri(), "{}").status()).isEqualTo(404);
      JsonNode metadata =
          server.client().request("GET", "/.well-known/oauth-authorization-server").send().json();
      assertThat(metadata.has("registration_endpoint")).isFalse();
      assertThat(metadata.has("token_endpoint")).isTrue();
    }
  }
}
