package io.everythingmcp.server.authserver.upstream;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import io.everythingmcp.server.authserver.endpoint.OAuthParameters;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GitHubUpstreamTest {
  @RegisterExtension
  static final WireMockExtension GITHUB =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static final OAuthParameters CALLBACK =
      new OAuthParameters(Map.of("code", List.of("the-code"), "state", List.of("s")));

  private final UpstreamLogin login = UpstreamLogin.begin();

  private static GitHubUpstream upstream() {
    return new GitHubUpstream(
        new UpstreamSettings(
            URI.create(GITHUB.baseUrl()),
            "us",
            "our secret",
            URI.create("https://server.example/oauth/callback"),
            List.of("read:user")),
        request -> ((HTTPRequest) request).send(),
        Clock.systemUTC());
  }

  private static void gives(String token, String user) {
    GITHUB.stubFor(
        post("/login/oauth/access_token")
            .withHeader("Accept", equalTo("application/json"))
            .withRequestBody(containing("code=the-code"))
            .withRequestBody(containing("code_verifier="))
            .willReturn(okJson(token)));
    GITHUB.stubFor(
        get("/api/v3/user")
            .withHeader("Authorization", equalTo("Bearer theirs"))
            .willReturn(okJson(user)));
  }

  @Test
  void subjectIsTheNumericId() throws UpstreamLoginException {
    gives(
        "{\"access_token\":\"theirs\",\"token_type\":\"bearer\",\"scope\":\"read:user\"}",
        "{\"id\":42,\"login\":\"octo\",\"name\":\"Octo Cat\"}");
    UpstreamUser user = upstream().finish(login, CALLBACK);
    assertThat(user.subject()).isEqualTo(GITHUB.baseUrl() + "|42");
    assertThat(user.name()).isEqualTo("Octo Cat");
    assertThat(user.tokens()).contains("theirs");
  }

  @Test
  void redirectHasPkce() {
    assertThat(upstream().begin(login).toString())
        .startsWith(GITHUB.baseUrl() + "/login/oauth/authorize?")
        .contains("code_challenge_method=S256", "state=" + login.state());
  }

  @Test
  void errorWithStatus200IsAnError() {
    gives("{\"error\":\"bad_verification_code\"}", "{\"id\":42}");
    assertThatThrownBy(() -> upstream().finish(login, CALLBACK))
        .isInstanceOf(UpstreamLoginException.class);
  }

  @Test
  void missingIdIsRejected() {
    gives("{\"access_token\":\"theirs\",\"token_type\":\"bearer\"}", "{\"name\":\"Octo\"}");
    assertThatThrownBy(() -> upstream().finish(login, CALLBACK))
        .isInstanceOf(UpstreamLoginException.class);
    GITHUB.stubFor(get("/api/v3/user").willReturn(aResponse().withStatus(500)));
    assertThatThrownBy(() -> upstream().finish(login, CALLBACK))
        .isInstanceOf(UpstreamLoginException.class);
  }

  @Test
  void deniedLoginIsRejected() {
    OAuthParameters denied = new OAuthParameters(Map.of("error", List.of("access_denied")));
    assertThatThrownBy(() -> upstream().finish(login, denied))
        .isInstanceOfSatisfying(
            UpstreamLoginException.class,
            failed -> assertThat(failed.error().getCode()).isEqualTo("access_denied"));
  }
}
