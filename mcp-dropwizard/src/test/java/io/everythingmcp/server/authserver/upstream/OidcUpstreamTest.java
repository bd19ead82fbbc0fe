package io.everythingmcp.server.authserver.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.everythingmcp.idp.FakeIdp;
import io.everythingmcp.idp.http.IdpRequest;
import io.everythingmcp.idp.http.IdpResponse;
import io.everythingmcp.idp.model.IdpClient;
import io.everythingmcp.idp.model.IdpSettings;
import io.everythingmcp.idp.nimbus.InProcessTransport;
import io.everythingmcp.idp.script.IdpRoute;
import io.everythingmcp.idp.script.ProtocolFault;
import io.everythingmcp.server.authserver.endpoint.OAuthParameters;
import io.everythingmcp.server.authserver.upstream.OidcUpstream.SubjectRule;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With a provider in this process that has configured faults. */
class OidcUpstreamTest {
  private static final URI CALLBACK = URI.create("https://server.example/oauth/callback");

  private final FakeIdp idp =
      new FakeIdp(
          IdpSettings.of(URI.create("https://idp.example"))
              .withClients(IdpClient.confidential("us", "our secret", CALLBACK.toString())));

  private final UpstreamLogin login = UpstreamLogin.begin();

  private OidcUpstream upstream(SubjectRule rule) {
    return upstream(rule, idp.settings().issuer());
  }

  private OidcUpstream upstream(SubjectRule rule, URI discovery) {
    InProcessTransport inProcess = new InProcessTransport(idp);
    return new OidcUpstream(
        "the provider",
        new UpstreamSettings(discovery, "us", "our secret", CALLBACK, List.of("openid", "profile")),
        rule,
        inProcess,
        inProcess,
        Clock.systemUTC());
  }

  /** Returns the callback parameters of a login without a page. */
  private OAuthParameters callback(OidcUpstream upstream, String user)
      throws UpstreamLoginException {
    idp.script().nextLogin(user);
    return response(upstream.begin(login));
  }

  private OAuthParameters response(URI begin) {
    IdpResponse response =
        idp.handle(IdpRequest.of("GET", begin.getPath(), begin.getRawQuery(), Map.of(), ""));
    String query = URI.create(response.headers().get("Location")).getRawQuery();
    return new OAuthParameters(com.nimbusds.oauth2.sdk.util.URLUtils.parseParameters(query));
  }

  @Test
  void subjectIsThatOfTheIdToken() throws UpstreamLoginException {
    OidcUpstream upstream = upstream(SubjectRule.AS_IT_IS);
    UpstreamUser bob = upstream.finish(login, callback(upstream, "bob"));
    assertThat(bob)
        .extracting(UpstreamUser::subject, UpstreamUser::name, UpstreamUser::tokens)
        .containsExactly("bob", "Bob Brown", "");
    assertThat(bob.claims()).containsEntry("preferred_username", "bob");
  }

  @Test
  void discoveryUrlMayBeIssuerOrDocument() throws UpstreamLoginException {
    URI whole = URI.create(idp.settings().issuer() + "/.well-known/openid-configuration");
    OidcUpstream upstream = upstream(SubjectRule.AS_IT_IS, whole);
    assertThat(upstream.finish(login, callback(upstream, "bob")).subject()).isEqualTo("bob");
  }

  @Test
  void subjectsOfDifferentIssuersAreDifferent() throws UpstreamLoginException {
    OidcUpstream upstream = upstream(SubjectRule.WITH_ISSUER);
    UpstreamUser bob = upstream.finish(login, callback(upstream, "bob"));
    assertThat(bob.subject()).isEqualTo("https://idp.example|bob");
    assertThat(bob.tokens()).contains("access_token");
    assertThat(bob.toString()).doesNotContain("access_token");
  }

  @Test
  void requestIsBoundToTheLogin() throws UpstreamLoginException {
    String query = upstream(SubjectRule.AS_IT_IS).begin(login).getQuery();
    assertThat(query)
        .contains("state=" + login.state(), "nonce=" + login.nonce())
        .contains("code_challenge_method=S256")
        .doesNotContain(login.verifier());
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "WRONG_NONCE",
        "NO_NONCE",
        "WRONG_ISSUER",
        "WRONG_AUDIENCE",
        "EXPIRED",
        "WRONG_SIGNATURE",
        "UNSIGNED",
        "NO_ID_TOKEN",
        "WRONG_ISS_PARAMETER",
        "NO_ISS_PARAMETER"
      })
  void invalidProviderResponsesAreRejected(ProtocolFault fault) throws UpstreamLoginException {
    OidcUpstream upstream = upstream(SubjectRule.AS_IT_IS);
    idp.script().next(fault);
    OAuthParameters callback = callback(upstream, "alice");
    failed(upstream, callback, "server_error");
  }

  @Test
  void deniedLoginIsRejected() throws UpstreamLoginException {
    OidcUpstream upstream = upstream(SubjectRule.AS_IT_IS);
    idp.script().nextLoginRefused();
    failed(upstream, response(upstream.begin(login)), "access_denied");
  }

  @Test
  void codeOfAnotherLoginIsRejected() throws UpstreamLoginException {
    OidcUpstream upstream = upstream(SubjectRule.AS_IT_IS);
    OAuthParameters callback = callback(upstream, "alice");
    assertThatThrownBy(() -> upstream.finish(UpstreamLogin.begin(), callback))
        .isInstanceOf(UpstreamLoginException.class);
    failed(upstream, callback, "server_error");
  }

  @Test
  void unavailableProviderIsReported() {
    idp.script().fail(IdpRoute.DISCOVERY, 503);
    assertThatThrownBy(() -> upstream(SubjectRule.AS_IT_IS).begin(login))
        .isInstanceOfSatisfying(
            UpstreamLoginException.class,
            failed -> assertThat(failed.error().getCode()).isEqualTo("temporarily_unavailable"));
  }

  @Test
  void newProviderKeysAreFetched() throws UpstreamLoginException {
    OidcUpstream upstream = upstream(SubjectRule.AS_IT_IS);
    upstream.finish(login, callback(upstream, "alice"));
    idp.script().rotateKeys();
    assertThat(upstream.finish(login, callback(upstream, "alice")).subject()).isEqualTo("alice");
  }

  private void failed(OidcUpstream upstream, OAuthParameters callback, String error) {
    assertThatThrownBy(() -> upstream.finish(login, callback))
        .isInstanceOfSatisfying(
            UpstreamLoginException.class,
            failed -> {
              assertThat(failed.error().getCode()).isEqualTo(error);
              assertThat(failed.getMessage()).doesNotContain(login.nonce(), login.verifier());
            });
  }
}
