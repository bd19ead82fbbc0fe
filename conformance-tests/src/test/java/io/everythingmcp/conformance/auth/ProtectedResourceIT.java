package io.everythingmcp.conformance.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The challenge for a request without a credential, and the protected resource metadata to which it
 * refers.
 */
class ProtectedResourceIT {
  @RegisterExtension
  static final SharedServer SERVER = SharedServer.with(CredentialsIT.SERVER_SETTINGS);

  private static RawRequest initialize() {
    return SERVER.client().post("/mcp", JsonRpcMessages.initialize("2025-11-25", "{}"));
  }

  private static String metadata(String path) {
    return "resource_metadata=\"" + SERVER.uri() + "/.well-known/oauth-protected-resource" + path;
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /mcp, /mcp",
    "GET, /mcp, /mcp",
    "DELETE, /mcp, /mcp",
    "PUT, /mcp, /mcp",
    "OPTIONS, /mcp, /mcp",
    "HEAD, /mcp, /mcp",
    "GET, /sse, /sse",
    "POST, /sse, /sse",
    "POST, /message, /sse",
    "POST, /message?sessionId=0123456789abcdef0123456789abcdef, /sse"
  })
  void requestWithoutCredentialIsUnauthorized(String verb, String path, String resource) {
    RawResponse refused = SERVER.client().request(verb, path).send();
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate"))
        .isEqualTo("Bearer " + metadata(resource) + "\", scope=\"mcp:read mcp:write\"");
    assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
    assertThat(refused.header("Vary")).contains("Authorization");
    if (!verb.equals("HEAD")) {
      assertThat(refused.json().path("error").asText()).isEqualTo("invalid_token");
      assertThat(refused.json().path("error_description").asText()).isNotEmpty();
      assertThat(refused.json().size()).isEqualTo(2);
    }
  }

  @Test
  void challengeIsReadableForBrowsers() {
    RawResponse refused = initialize().header("Origin", SERVER.uri().toString()).send();
    assertThat(refused.header("Access-Control-Expose-Headers")).contains("WWW-Authenticate");
  }

  @ParameterizedTest
  @CsvSource({"'', /mcp", "/mcp, /mcp", "/sse, /sse", "/message, /sse"})
  void eachEndpointNamesItsAuthorizationServer(String suffix, String resource) {
    RawResponse response =
        SERVER
            .client()
            .request("GET", "/.well-known/oauth-protected-resource" + suffix)
            .header("Origin", "https://anywhere.example")
            .send();
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(response.header("Cache-Control")).contains("max-age");
    JsonNode metadata = response.json();
    assertThat(metadata.path("resource").asText()).isEqualTo(SERVER.uri() + resource);
    assertThat(metadata.path("authorization_servers").get(0).asText())
        .isEqualTo("https://issuer.example");
    assertThat(metadata.path("scopes_supported").toString())
        .isEqualTo("[\"mcp:read\",\"mcp:write\"]");
    assertThat(metadata.path("bearer_methods_supported").toString()).isEqualTo("[\"header\"]");
  }

  @Test
  void otherPathsHaveNoMetadata() {
    assertThat(
            SERVER
                .client()
                .request("GET", "/.well-known/oauth-protected-resource/other")
                .send()
                .status())
        .isEqualTo(404);
  }
}
