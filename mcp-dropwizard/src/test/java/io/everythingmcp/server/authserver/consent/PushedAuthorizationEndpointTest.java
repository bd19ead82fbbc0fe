package io.everythingmcp.server.authserver.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.everythingmcp.server.authserver.client.ClientAssertionVerifier;
import io.everythingmcp.server.authserver.client.ClientAuthenticator;
import io.everythingmcp.server.authserver.client.ClientKeys;
import io.everythingmcp.server.authserver.client.CompositeClientSource;
import io.everythingmcp.server.authserver.client.ConfiguredClients;
import io.everythingmcp.server.authserver.client.OAuthClient;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import io.everythingmcp.server.authserver.endpoint.ResourceIndicators;
import io.everythingmcp.server.authserver.endpoint.ScopeRule;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.store.memory.MemoryStore;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is stored of a pushed authorization request. */
class PushedAuthorizationEndpointTest {
  private static final String CLIENT = "the-client";

  private final StateStore store = new MemoryStore();
  private final PushedAuthorizationEndpoint endpoint =
      new PushedAuthorizationEndpoint(
          authenticator(),
          new AuthorizationRequestRules(
              new ResourceIndicators(Optional::of, "https://mcp.example/mcp"),
              new ScopeRule(Map::of)),
          store,
          2);

  private ClientAuthenticator authenticator() {
    OAuthClient client =
        new OAuthClient(
            CLIENT,
            "",
            OAuthClient.Origin.CONFIGURED,
            List.of("https://app.example/cb"),
            "none",
            "",
            List.of("authorization_code"),
            Set.of(),
            "",
            "");
    ClientKeys keys =
        new ClientKeys(
            address -> {
              throw new IllegalStateException("No document is expected");
            });
    return new ClientAuthenticator(
        new CompositeClientSource(List.of(new ConfiguredClients(List.of(client)))),
        new ClientAssertionVerifier(Set.of("https://as.example"), keys, store, Clock.systemUTC()));
  }

  private static Map<String, List<String>> form() {
    Map<String, List<String>> form = new LinkedHashMap<>();
    form.put("client_id", List.of(CLIENT));
    form.put("response_type", List.of("code"));
    form.put("redirect_uri", List.of("https://app.example/cb"));
    form.put("code_challenge", List.of("a".repeat(43)));
    form.put("code_challenge_method", List.of("S256"));
    form.put("state", List.of("s"));
    return form;
  }

  private HTTPResponse push(Map<String, List<String>> form) throws Exception {
    HTTPRequest request =
        new HTTPRequest(HTTPRequest.Method.POST, URI.create("https://as.example/par"));
    request.setEntityContentType(ContentType.APPLICATION_URLENCODED);
    request.setBody(URLUtils.serializeParameters(form));
    return endpoint.handle(request);
  }

  private Map<String, List<String>> stored(HTTPResponse response) throws Exception {
    String uri = response.getBodyAsJSONObject().get("request_uri").toString();
    String key = RandomSecrets.digest(uri.substring(uri.lastIndexOf(':') + 1));
    return store
        .values("auth:par:", PushedAuthorizationEndpoint.Pushed.class)
        .get(key)
        .orElseThrow()
        .parameters();
  }

  @Test
  void onlyKnownParametersAreStored() throws Exception {
    Map<String, List<String>> form = form();
    form.put("padding", List.of("x".repeat(60_000)));
    form.put("ui_locales", List.of("tr"));
    form.put("client_secret", List.of(""));
    form.put("claims", List.of("{}", "{}"));
    assertThat(stored(push(form))).containsExactlyInAnyOrderEntriesOf(form());
  }

  @Test
  void lengthOfKnownParametersIsLimited() throws Exception {
    int used = form().values().stream().mapToInt(values -> values.get(0).length()).sum();
    Map<String, List<String>> form = form();
    String resource = "https://mcp.example/";
    int rest = 8_192 - (used - CLIENT.length()) - resource.length();
    form.put("resource", List.of(resource + "r".repeat(rest)));
    assertThat(stored(push(form))).containsEntry("resource", form.get("resource"));
    form.put("resource", List.of(resource + "r".repeat(rest + 1)));
    assertThatThrownBy(() -> push(form))
        .isInstanceOf(OAuthException.class)
        .hasMessageContaining("8192");
  }

  @Test
  void requestBeyondTheShareOfItsAddressIsRefusedAndNotStored() throws Exception {
    push(form());
    HTTPResponse last = push(form());
    assertThatThrownBy(() -> push(form()))
        .isInstanceOfSatisfying(
            OAuthException.class,
            refusal -> {
              assertThat(refusal.error().getCode()).isEqualTo("temporarily_unavailable");
              assertThat(refusal.error().getHTTPStatusCode()).isEqualTo(503);
            });
    assertThat(stored(last)).containsEntry("client_id", List.of(CLIENT));
    assertThat(store.members().count("auth:pars")).isEqualTo(2);
  }
}
