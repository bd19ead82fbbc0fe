package io.everythingmcp.conformance.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes and tokens of other clients. */
class TokenAttacksIT {
  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with("AUTH_MODE", "integrated", "SERVER_NAME", "token-attacks");

  private final OAuthApplication application = OAuthApplication.open(SERVER.uri());

  private static void isError(RawResponse response, int status, String error) {
    assertThat(response.status()).as(response.toString()).isEqualTo(status);
    assertThat(response.json().path("error").asText()).isEqualTo(error);
    assertThat(response.json().path("error_uri").asText()).startsWith("https://");
    assertThat(response.header("Cache-Control")).contains("no-store");
  }

  @ParameterizedTest
  @CsvSource({
    "code_verifier, '', invalid_request",
    "code_verifier, too-short, invalid_grant",
    "code_verifier, another-verifier-that-is-as-long-as-one-has-to-be, invalid_grant",
    "redirect_uri, http://127.0.0.1:5556/callback, invalid_grant",
    "resource, https://other.example/mcp, invalid_target",
    "code, guessed, invalid_grant",
    "code, '', invalid_request",
    "grant_type, password, unsupported_grant_type",
    "grant_type, client_credentials, unsupported_grant_type",
    "client_id, unknown-id, invalid_client"
  })
  void codeRequiresAllItsParameters(String name, String value, String error) {
    Map<String, String> form =
        UrlParameters.of(
            "grant_type",
            "authorization_code",
            "client_id",
            application.id(),
            "code",
            application.code("alice"),
            "code_verifier",
            application.verifier(),
            "redirect_uri",
            application.redirectUri());
    form.put(name, value);
    RawResponse response = OAuthApplication.post(SERVER.uri(), "/token", form).send();
    isError(response, error.equals("invalid_client") ? 401 : 400, error);
  }

  @Test
  void codeOfAnotherClientIsRejected() {
    OAuthApplication other = OAuthApplication.confidential(SERVER.uri());
    String code = application.code("alice");
    isError(other.withVerifier(application.verifier()).redeem(code), 400, "invalid_grant");
    isError(application.redeem(code), 400, "invalid_grant");
  }

  @Test
  void reusedCodeRevokesItsTokens() {
    String code = application.code("alice");
    JsonNode tokens = application.redeem(code).json();
    String access = tokens.path("access_token").asText();
    assertThat(OAuthApplication.use(SERVER.uri(), access)).isEqualTo(200);
    isError(application.redeem(code), 400, "invalid_grant");
    assertThat(OAuthApplication.use(SERVER.uri(), access)).isEqualTo(401);
    isError(application.refresh(tokens.path("refresh_token").asText()), 400, "invalid_grant");
  }

  @Test
  void concurrentReuseOfACodeRevokesItsTokens() {
    String code = application.code("alice");
    List<CompletableFuture<RawResponse>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(CompletableFuture.supplyAsync(() -> application.redeem(code)));
    }
    List<RawResponse> good =
        all.stream().map(CompletableFuture::join).filter(r -> r.status() == 200).toList();
    assertThat(good).hasSizeLessThanOrEqualTo(1);
    good.forEach(
        response ->
            assertThat(
                    OAuthApplication.use(
                        SERVER.uri(), response.json().path("access_token").asText()))
                .isEqualTo(401));
  }

  @Test
  void reusedRefreshTokenEndsTheGrant() {
    JsonNode first = application.tokens("alice");
    JsonNode second = application.refresh(first.path("refresh_token").asText()).json();
    isError(application.refresh(first.path("refresh_token").asText()), 400, "invalid_grant");
    for (JsonNode tokens : List.of(first, second)) {
      assertThat(OAuthApplication.use(SERVER.uri(), tokens.path("access_token").asText()))
          .isEqualTo(401);
    }
    isError(application.refresh(second.path("refresh_token").asText()), 400, "invalid_grant");
  }

  @Test
  void refreshTokenOfAnotherClientIsRejectedAndStaysValid() {
    String token = application.tokens("alice").path("refresh_token").asText();
    isError(OAuthApplication.confidential(SERVER.uri()).refresh(token), 400, "invalid_grant");
    assertThat(application.refresh(token).status()).isEqualTo(200);
  }

  @Test
  void refreshCannotAddScopes() {
    String token = application.tokens("alice").path("refresh_token").asText();
    for (String[] more :
        List.of(
            new String[] {"scope", "mcp:admin", "invalid_scope"},
            new String[] {"resource", "https://other.example", "invalid_target"})) {
      RawResponse response =
          application.call(
              "/token", "grant_type", "refresh_token", "refresh_token", token, more[0], more[1]);
      isError(response, 400, more[2]);
    }
    assertThat(application.refresh(token).status())
        .as("an invalid request does not end the grant")
        .isEqualTo(200);
  }

  @Test
  void onlyTheOwnerRevokesATokenImmediately() {
    for (String kind : List.of("access_token", "refresh_token")) {
      JsonNode tokens = application.tokens("alice");
      String token = tokens.path(kind).asText();
      String access = tokens.path("access_token").asText();
      isError(
          OAuthApplication.confidential(SERVER.uri()).call("/revoke", "token", token),
          400,
          "unauthorized_client");
      assertThat(OAuthApplication.use(SERVER.uri(), access)).isEqualTo(200);
      assertThat(application.call("/revoke", "token", token).status()).isEqualTo(200);
      assertThat(OAuthApplication.use(SERVER.uri(), access)).isEqualTo(401);
      isError(application.refresh(tokens.path("refresh_token").asText()), 400, "invalid_grant");
    }
    assertThat(application.call("/revoke", "token", "unknown").status()).isEqualTo(200);
  }

  @Test
  void onlyResourceServersIntrospect() {
    JsonNode tokens = application.tokens("alice");
    String token = tokens.path("access_token").asText();
    isError(application.call("/introspect", "token", token), 401, "invalid_client");
    isError(
        OAuthApplication.confidential(SERVER.uri()).call("/introspect", "token", token),
        401,
        "invalid_client");
    RawResponse unauthenticated =
        OAuthApplication.post(SERVER.uri(), "/introspect", UrlParameters.of("token", token)).send();
    isError(unauthenticated, 401, "invalid_client");
    assertThat(unauthenticated.header("WWW-Authenticate")).startsWith("Basic ");

    OAuthApplication server =
        new OAuthApplication(SERVER.uri(), "everything-server", "development-only", "", "");
    JsonNode active = server.call("/introspect", "token", token).json();
    assertThat(active.path("active").asBoolean()).isTrue();
    assertThat(active.path("sub").asText()).isEqualTo("alice");
    assertThat(active.path("aud").asText()).isEqualTo(SERVER.uri() + "/mcp");
    assertThat(active.path("client_id").asText()).isEqualTo(application.id());
    String refresh = tokens.path("refresh_token").asText();
    for (String other : List.of(refresh, "unknown", token + "x")) {
      assertThat(server.call("/introspect", "token", other).json())
          .hasToString("{\"active\":false}");
    }
  }

  @Test
  void exactlyOneClientSecretIsRequired() {
    OAuthApplication confidential = OAuthApplication.confidential(SERVER.uri());
    OAuthApplication wrong =
        new OAuthApplication(
            SERVER.uri(), confidential.id(), "wrong", OAuthApplication.REDIRECT, "");
    OAuthApplication none =
        new OAuthApplication(SERVER.uri(), confidential.id(), null, OAuthApplication.REDIRECT, "");
    isError(wrong.redeem("x"), 401, "invalid_client");
    isError(none.redeem("x"), 401, "invalid_client");
    RawResponse both =
        confidential.call(
            "/token",
            "grant_type",
            "refresh_token",
            "refresh_token",
            "x",
            "client_id",
            confidential.id(),
            "client_secret",
            confidential.secret());
    isError(both, 400, "invalid_request");
  }

  @Test
  void eachClientErrorHasItsText() {
    OAuthApplication confidential = OAuthApplication.confidential(SERVER.uri());
    OAuthApplication open = OAuthApplication.open(SERVER.uri());
    assertThat(refused(confidential.id(), "wrong")).isEqualTo("Client authentication failed");
    assertThat(refused("unknown-id", "x")).isEqualTo("Unknown client_id");
    assertThat(refused(open.id(), "x")).contains("authenticates with none", "no secret");
    assertThat(open.refresh("x").text()).contains("unknown or expired");
    String used = open.tokens("alice").path("refresh_token").asText();
    open.refresh(used);
    assertThat(open.refresh(used).text()).contains("was used before");
  }

  private static String refused(String id, String secret) {
    RawResponse response =
        OAuthApplication.post(
                SERVER.uri(), "/token", UrlParameters.of("grant_type", "refresh_token"))
            .header("Authorization", basic(id, secret))
            .send();
    isError(response, 401, "invalid_client");
    return response.json().path("error_description").asText();
  }

  private static String basic(String id, String secret) {
    byte[] pair = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  @Test
  void publicClientMaySendAnEmptySecret() {
    OAuthApplication open = OAuthApplication.open(SERVER.uri());
    String token = open.tokens("alice").path("refresh_token").asText();
    RawResponse response =
        OAuthApplication.post(
                SERVER.uri(),
                "/token",
                UrlParameters.of("grant_type", "refresh_token", "refresh_token", token))
            .header("Authorization", basic(open.id(), ""))
            .send();
    assertThat(response.status()).as(response.toString()).isEqualTo(200);
    OAuthApplication confidential = OAuthApplication.confidential(SERVER.uri());
    assertThat(refused(confidential.id(), "")).isEqualTo("Client authentication failed");
  }

  @Test
  void serverTokenIsNoProviderToken() {
    for (String foreign : List.of("", "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30.")) {
      assertThat(OAuthApplication.use(SERVER.uri(), foreign)).isIn(400, 401);
    }
  }
}
