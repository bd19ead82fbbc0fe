package io.everythingmcp.idp;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.everythingmcp.idp.junit.FakeIdpExtension;
import io.everythingmcp.idp.model.IdpClient;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Invalid authorization requests: whether the error is displayed or redirected, and its content.
 */
class AuthorizationRequestTest {
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  @RegisterExtension
  static final FakeIdpExtension IDP =
      new FakeIdpExtension(
          s ->
              s.withClients(
                  NimbusApplication.registered(),
                  IdpClient.open("open", "http://localhost:3999/open")));

  private final LoginBrowser browser = new LoginBrowser();

  private static Map<String, List<String>> right() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("response_type", List.of("code"));
    all.put("client_id", List.of(NimbusApplication.ID));
    all.put("redirect_uri", List.of(NimbusApplication.CALLBACK.toString()));
    all.put("scope", List.of("openid"));
    all.put("state", List.of("s"));
    return all;
  }

  private HttpResponse<String> authorize(Map<String, List<String>> parameters) {
    return browser.open(
        URI.create(IDP.issuer() + "/authorize?" + URLUtils.serializeParameters(parameters)));
  }

  @Test
  void validRequestGetsThePage() {
    assertThat(authorize(right()).statusCode()).isEqualTo(200);
  }

  @Test
  void validRequestMayUsePost() {
    Map<String, String> fields = new LinkedHashMap<>();
    right().forEach((name, values) -> fields.put(name, values.get(0)));
    HttpResponse<String> page = browser.post(URI.create(IDP.issuer() + "/authorize"), fields);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(LoginBrowser.redirectParameters(browser.submit(page, Map.of()))).containsKey("code");
  }

  @ParameterizedTest
  @CsvSource({
    "client_id,",
    "client_id, unknown",
    "client_id, app app",
    "redirect_uri,",
    "redirect_uri, http://localhost:3999/cb",
    "redirect_uri, http://localhost:3999/cb?keep=1&more=1",
    "redirect_uri, http://localhost:4000/cb?keep=1",
    "redirect_uri, http://localhost:3999/CB?keep=1",
    "redirect_uri, http://localhost:3999/cb?keep=1#x",
    "redirect_uri, http://localhost:3999/x/../cb?keep=1",
    "redirect_uri, http://localhost:3999@evil.example/cb?keep=1",
    "redirect_uri, http://localhost:3999/open",
    "redirect_uri, javascript:alert(1)",
    "redirect_uri, \"><script>alert(1)</script>"
  })
  void unknownClientIsNeverRedirected(String name, String value) {
    Map<String, List<String>> parameters = right();
    parameters.put(name, value == null ? List.of() : List.of(value.split(" ", -1)));
    HttpResponse<String> answer = authorize(parameters);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(answer.body()).contains("<h1>").doesNotContain("<script").doesNotContain("evil");
  }

  @ParameterizedTest
  @CsvSource({
    "response_type,, invalid_request",
    "response_type, token, unsupported_response_type",
    "response_type, code id_token, unsupported_response_type",
    "response_mode, fragment, invalid_request",
    "scope, profile, invalid_request",
    "scope,, invalid_request",
    "request, x, request_not_supported",
    "request_uri, https://x.example, request_uri_not_supported",
    "registration, {}, registration_not_supported",
    "code_challenge_method, S256, invalid_request",
    "prompt, none login, invalid_request",
    "nonce, a b, ''"
  })
  void knownClientGetsTheError(String name, String value, String error) {
    Map<String, List<String>> parameters = right();
    parameters.put(name, value == null ? List.of() : List.of(value));
    if (name.equals("code_challenge_method")) {
      parameters.put("code_challenge", List.of("too-short"));
    }
    HttpResponse<String> answer = authorize(parameters);
    if (error.isEmpty()) {
      assertThat(answer.statusCode()).isEqualTo(200);
      return;
    }
    assertThat(LoginBrowser.redirectParameters(answer))
        .containsEntry("error", List.of(error))
        .containsEntry("state", List.of("s"))
        .containsEntry("iss", List.of(IDP.issuer().toString()));
  }

  @ParameterizedTest
  @CsvSource({"state", "nonce", "scope", "response_type"})
  void repeatedParameterIsRejected(String name) {
    Map<String, List<String>> parameters = right();
    parameters.put(name, List.of("code", "code"));
    assertThat(LoginBrowser.redirectParameters(authorize(parameters)))
        .containsEntry("error", List.of("invalid_request"))
        .doesNotContainKey("code");
  }

  @ParameterizedTest
  @CsvSource({
    ",, false",
    CHALLENGE + ",, false",
    CHALLENGE + ", plain, false",
    "short, S256, false",
    CHALLENGE + ", S256, true"
  })
  void publicClientMustUsePkce(String challenge, String method, boolean right) {
    Map<String, List<String>> parameters = right();
    parameters.put("client_id", List.of("open"));
    parameters.put("redirect_uri", List.of("http://localhost:3999/open"));
    if (challenge != null) {
      parameters.put("code_challenge", List.of(challenge));
    }
    if (method != null) {
      parameters.put("code_challenge_method", List.of(method));
    }
    HttpResponse<String> answer = authorize(parameters);
    assertThat(answer.statusCode()).isEqualTo(right ? 200 : 303);
    if (!right) {
      assertThat(LoginBrowser.redirectParameters(answer))
          .containsEntry("error", List.of("invalid_request"));
    }
  }

  @Test
  void discoveryIsLocaleIndependent() {
    assertThat(browser.open(URI.create(IDP.issuer() + "/.well-known/openid-configuration")).body())
        .contains(
            "[\"public\"]", "[\"none\",\"login\",\"select_account\"]", "\"query\"", "\"S256\"")
        .contains("\"authorization_response_iss_parameter_supported\":true")
        .doesNotContain("\u0131");
  }

  @Test
  void otherPathsAreNotFound() {
    assertThat(browser.open(URI.create(IDP.issuer() + "/")).statusCode()).isEqualTo(404);
    HttpResponse<String> wrong = browser.open(URI.create(IDP.issuer() + "/token"));
    assertThat(wrong.statusCode()).isEqualTo(405);
    assertThat(wrong.headers().firstValue("Allow")).contains("POST");
    assertThat(
            browser
                .post(URI.create(IDP.issuer() + "/authorize"), Map.of("state", "x".repeat(70_000)))
                .statusCode())
        .isEqualTo(413);
  }
}
