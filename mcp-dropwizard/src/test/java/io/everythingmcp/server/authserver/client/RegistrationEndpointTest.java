package io.everythingmcp.server.authserver.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.OAuthResponses;
import io.everythingmcp.server.authserver.endpoint.ScopeRule;
import io.everythingmcp.server.store.memory.MemoryStore;
import io.everythingmcp.server.wire.WireJson;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Client metadata, and the registration response. */
class RegistrationEndpointTest {
  private static final MetadataRules RULES = new MetadataRules(RedirectSchemes.with(List.of()));

  private final RegistrationEndpoint endpoint =
      new RegistrationEndpoint(
          new RegisteredClients(new MemoryStore(), Duration.ofDays(1), 10),
          RULES,
          new ScopeRule(Map::of),
          Duration.ofDays(1),
          Clock.systemUTC());

  /** Registers metadata; single quotes replace double ones. */
  private HTTPResponse register(String metadata) {
    ObjectNode all = WireJson.object().put("client_name", "Test");
    all.putArray("redirect_uris").add("https://app.example/cb");
    all.setAll((ObjectNode) read(metadata));
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, URI.create("http://a.example"));
    request.setHeader("Content-Type", "application/json");
    request.setBody(all.toString());
    try {
      return endpoint.handle(request);
    } catch (OAuthException refusal) {
      return OAuthResponses.error(refusal.error());
    }
  }

  private static JsonNode read(String text) {
    return WireJson.read(text.replace('\'', '"'), JsonNode.class);
  }

  private static JsonNode json(HTTPResponse response) {
    return WireJson.read(response.getBody(), JsonNode.class);
  }

  /** Each member with invalid values; null is treated as absent. */
  static Stream<Arguments> members() {
    List<String> wrong =
        List.of(
            "''",
            "' '",
            "'\\u0000'",
            "'\\ud800'",
            "7",
            "true",
            "{}",
            "[]",
            "[7]",
            "[null]",
            "null");
    return Stream.of(
            "redirect_uris",
            "token_endpoint_auth_method",
            "grant_types",
            "response_types",
            "client_name",
            "client_uri",
            "logo_uri",
            "scope",
            "contacts",
            "tos_uri",
            "policy_uri",
            "jwks_uri",
            "jwks",
            "software_id",
            "software_version",
            "application_type",
            "default_max_age",
            "sector_identifier_uri",
            "initiate_login_uri",
            "client_name#de",
            "unknown")
        .flatMap(name -> wrong.stream().map(value -> Arguments.of(name, value)));
  }

  @ParameterizedTest
  @MethodSource("members")
  void invalidMemberIsNamed(String name, String value) {
    HTTPResponse response = register("{'" + name + "':" + value + "}");
    assertThat(response.getStatusCode()).as(response.getBody()).isIn(201, 400);
    if (response.getStatusCode() == 400) {
      assertThat(json(response).path("error_description").asText()).contains(name);
    } else if (value.equals("null")) {
      assertThat(json(response).has(name) && json(response).path(name).isNull()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'software_version':''} | software_version",
        "{'software_id':' '} | software_id",
        "{'client_uri':''} | client_uri",
        "{'logo_uri':'no'} | logo_uri",
        "{'policy_uri':7} | policy_uri",
        "{'contacts':'a@b.example'} | contacts",
        "{'jwks':{'keys':[]}} | jwks",
        "{'scope':['mcp:read']} | scope",
        "{'grant_types':'authorization_code'} | grant_types"
      })
  void rejectedMemberIsNamed(String metadata, String member) {
    HTTPResponse response = register(metadata);
    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(400);
    assertThat(json(response).path("error").asText()).isEqualTo("invalid_client_metadata");
    assertThat(json(response).path("error_description").asText())
        .startsWith("Invalid client metadata: " + member + " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "web | cursor://anysphere.cursor-mcp/oauth/callback | native",
        "web | http://localhost/cb | native",
        "web | https://app.example/cb | web",
        "native | https://app.example/cb | native",
        "native | com.example.app:/oauth | native"
      })
  void applicationTypeRestrictsRedirectUris(String asked, String address, String expected) {
    String metadata = "{'application_type':'%s','redirect_uris':['%s']}".formatted(asked, address);
    HTTPResponse response = register(metadata);
    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(201);
    assertThat(json(response).path("application_type").asText()).isEqualTo(expected);
  }

  @Test
  void responseIsTheRegisteredMetadata() {
    String metadata =
        "{'redirect_uris':['https://c.example/','https://a.example/','https://b.example/'],"
            + "'grant_types':['refresh_token','authorization_code','implicit'],"
            + "'scope':'read:data mcp:write openid mcp:read','client_uri':null,'jwks':null,"
            + "'software_version':'1'}";
    JsonNode client = json(register(metadata));
    assertThat(client.path("redirect_uris").toString())
        .isEqualTo("[\"https://c.example/\",\"https://a.example/\",\"https://b.example/\"]");
    assertThat(client.path("grant_types").toString())
        .isEqualTo("[\"refresh_token\",\"authorization_code\"]");
    assertThat(client.path("scope").asText()).isEqualTo("mcp:write mcp:read");
    assertThat(client.path("software_version").asText()).isEqualTo("1");
    assertThat(client.has("client_uri") || client.has("jwks")).isFalse();
    JsonNode unknown = json(register("{'scope':'read:data'}"));
    assertThat(unknown.has("scope")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("members")
  void documentHasTheSameRules(String name, String value) {
    ObjectNode all =
        WireJson.object().put("client_id", "https://app.example/id").put("client_name", "Test");
    all.putArray("redirect_uris").add("https://app.example/cb");
    all.setAll((ObjectNode) read("{'" + name + "':" + value + "}"));
    try {
      MetadataDocument.read("https://app.example/id", all.toString(), RULES);
    } catch (OAuthException refusal) {
      assertThat(refusal.error().getHTTPStatusCode()).isBetween(400, 499);
      assertThat(refusal.error().getDescription()).contains(name);
    }
  }
}
