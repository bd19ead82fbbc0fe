package io.everythingmcp.conformance.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.SharedServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No request to the authorization server causes a server error. */
class EveryParameterIT {
  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with(
          ServerLaunch.with("AUTH_MODE", "integrated")
              .jvm(
                  "-Ddw.limits.rate.token=off",
                  "-Ddw.limits.rate.register=off",
                  "-Ddw.limits.rate.guesses=off",
                  "-Ddw.limits.rate.failed=off"));

  private static final List<String> VALUES =
      List.of("", " ", "\u0000", "\t\r\n", "\ud800", "x".repeat(3_000), "\u20ac".repeat(1_500));

  private static OAuthApplication client;

  private static OAuthApplication client() {
    if (client == null) {
      client = OAuthApplication.registerNew(SERVER.uri());
    }
    return client;
  }

  private static Stream<Arguments> each(String endpoint, String... names) {
    return Stream.of(names)
        .flatMap(name -> VALUES.stream().map(value -> Arguments.of(endpoint, name, value)));
  }

  private static void isAnswered(RawResponse response) {
    assertThat(response.status()).as(response.toString()).isBetween(200, 499).isNotEqualTo(429);
  }

  static Stream<Arguments> userEndpoints() {
    return Stream.of(
            each(
                "/authorize",
                "response_type",
                "client_id",
                "redirect_uri",
                "scope",
                "state",
                "code_challenge",
                "code_challenge_method",
                "resource",
                "response_mode",
                "prompt",
                "request",
                "request_uri"),
            each("/oauth/callback", "state", "code", "iss", "error"),
            each("/login", "page"))
        .flatMap(all -> all);
  }

  @ParameterizedTest
  @MethodSource("userEndpoints")
  void userGetsAPageOrARedirect(String endpoint, String name, String value) {
    Map<String, String> asks = client().parameters();
    asks.put(name, value);
    isAnswered(new FormBrowser(SERVER.uri()).open(endpoint + "?" + UrlParameters.encode(asks)));
  }

  static Stream<Arguments> formEndpoints() {
    return each("/authorize/consent", "request", "csrf", "decision");
  }

  @ParameterizedTest
  @MethodSource("formEndpoints")
  void changedFormIsRejected(String endpoint, String name, String value) {
    FormBrowser browser = new FormBrowser(SERVER.uri());
    Map<String, String> fields = FormBrowser.hidden(client().send(browser, client().parameters()));
    fields.put("decision", "deny");
    fields.put(name, value);
    isAnswered(browser.send(endpoint, fields));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\u0000", "\t", "x", "\u20ac"})
  void loginWithAnotherCodeIsReportedToTheClient(String code) {
    FormBrowser browser = new FormBrowser(SERVER.uri());
    RawResponse consent = client().send(browser, client().parameters());
    RawResponse away = browser.submit(consent, "/authorize/consent", "decision", "approve");
    String state = UrlParameters.query(away.header("Location")).get("state");
    RawResponse answer =
        browser.open(
            "/fakeupstreamauth/redirect?"
                + UrlParameters.encode(
                    UrlParameters.of(
                        "code", code, "state", state, "iss", SERVER.uri() + "/fakeupstreamauth")));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(303);
    assertThat(UrlParameters.query(answer.header("Location"))).containsKey("error");
  }

  static Stream<Arguments> programEndpoints() {
    String[] names = {
      "client_id",
      "client_secret",
      "client_assertion",
      "client_assertion_type",
      "grant_type",
      "code",
      "code_verifier",
      "redirect_uri",
      "refresh_token",
      "scope",
      "resource",
      "token",
      "token_type_hint",
      "request_uri",
      "state",
      "response_type"
    };
    return Stream.of("/token", "/par", "/revoke", "/introspect")
        .flatMap(endpoint -> each(endpoint, names));
  }

  @ParameterizedTest
  @MethodSource("programEndpoints")
  void invalidValuesAreReported(String endpoint, String name, String value) {
    for (String grant : List.of("authorization_code", "refresh_token")) {
      Map<String, String> form = client().parameters();
      form.putAll(UrlParameters.of("grant_type", grant, "code", "x", "refresh_token", "x"));
      form.putAll(UrlParameters.of("code_verifier", "v".repeat(43), "token", "x"));
      form.put(name, value);
      RawResponse response = OAuthApplication.post(SERVER.uri(), endpoint, form).send();
      isAnswered(response);
      assertThat(response.type()).isEqualTo("application/json");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ":",
        " : ",
        "a:",
        ":a",
        "\u0000:\u0000",
        "%:%",
        "%zz:%zz",
        "a",
        "",
        "%20:%20",
        "\u00ff:\u00ff"
      })
  void invalidCredentialsAreRejected(String pair) {
    byte[] bytes = pair.getBytes(StandardCharsets.ISO_8859_1);
    for (String header :
        List.of(
            "Basic " + Base64.getEncoder().encodeToString(bytes),
            "Basic " + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "!",
            "Basic",
            "basic  ====",
            "Bearer x",
            "Digest x")) {
      for (String endpoint : List.of("/token", "/par", "/revoke", "/introspect")) {
        Map<String, String> form = UrlParameters.of("grant_type", "refresh_token", "token", "x");
        RawRequest request = OAuthApplication.post(SERVER.uri(), endpoint, form);
        RawResponse response = request.header("Authorization", header).send();
        assertThat(response.status()).as(header + " " + response).isIn(400, 401);
        assertThat(response.json().path("error").asText()).startsWith("invalid_");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "%zz",
        "%ff=%fe",
        "a=%00",
        "=",
        "&&&",
        "=&=",
        "client_id",
        "client_id=%zz",
        "state=a&state",
        "client_id=x&client_id=y",
        "[]={}",
        "a;b=c",
        "%u0041=1"
      })
  void anyQueryOrBodyHasAResponse(String text) {
    for (String endpoint : List.of("/token", "/par", "/revoke", "/introspect", "/register")) {
      for (String type :
          List.of(
              "application/x-www-form-urlencoded",
              "application/json",
              "multipart/form-data; boundary=x",
              "x",
              "text/plain; charset=nonsense")) {
        isAnswered(
            new RawClient(SERVER.uri())
                .request("POST", endpoint)
                .header("Content-Type", type)
                .body(text.getBytes(StandardCharsets.UTF_8))
                .send());
      }
    }
    isAnswered(
        new RawClient(SERVER.uri())
            .request("POST", "/authorize")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .body(text.getBytes(StandardCharsets.UTF_8))
            .send());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "7",
        "\"x\"",
        "{",
        "",
        "{\"redirect_uris\":null}",
        "{\"redirect_uris\":{}}",
        "{\"a\":1,\"a\":2}",
        "{\"redirect_uris\":[\"https://a.example\"],\"software_version\":\"\"}",
        "{\"redirect_uris\":[\"https://a.example\"],\"jwks\":{\"keys\":[{\"kty\":\"RSA\"}]}}"
      })
  void anyRegistrationHasAResponse(String body) {
    RawResponse response =
        new RawClient(SERVER.uri())
            .request("POST", "/register")
            .header("Content-Type", "application/json")
            .body(body.getBytes(StandardCharsets.UTF_8))
            .send();
    assertThat(response.status()).as(response.toString()).isEqualTo(400);
    assertThat(response.json().path("error_description").asText()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/authorize", "/token"})
  void manyParametersAreRejected(String endpoint) {
    Map<String, String> form = client().parameters();
    for (int i = 0; i < 200; i++) {
      form.put("p" + i, "x");
    }
    RawResponse response = OAuthApplication.post(SERVER.uri(), endpoint, form).send();
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text()).contains("more than 100 parameters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\u20ac", "%"})
  void longStateInAFormIsReturned(String character) {
    Map<String, String> form = client().parameters();
    form.put("state", character.repeat(10_000));
    form.put("response_type", "token");
    isAnswered(new FormBrowser(SERVER.uri()).send("/authorize", form));
  }
}
