package io.everythingmcp.idp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.everythingmcp.idp.junit.FakeIdpExtension;
import io.everythingmcp.idp.script.IdpRoute;
import io.everythingmcp.idp.script.ProtocolFault;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Configured faults of the provider, as seen by a verifying application. */
class FaultsTest {
  @RegisterExtension
  static final FakeIdpExtension IDP =
      new FakeIdpExtension(s -> s.withClients(NimbusApplication.registered()));

  @RegisterExtension
  static final FakeIdpExtension CURVES =
      new FakeIdpExtension(
          s -> s.withClients(NimbusApplication.registered()).withAlgorithm(JWSAlgorithm.ES256));

  private final NimbusApplication app = new NimbusApplication(IDP.issuer());

  private String code() {
    IDP.script().nextLogin("alice");
    return NimbusApplication.code(new LoginBrowser().open(app.login()));
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
        "UNSIGNED"
      })
  void invalidIdTokenIsDetectedOnce(ProtocolFault fault) throws Exception {
    IDP.script().next(fault);
    OIDCTokens bad = app.tokens(code());
    assertThatThrownBy(() -> app.verify(bad, JWSAlgorithm.RS256))
        .isInstanceOf(BadJOSEException.class);
    assertThat(app.verify(app.tokens(code()), JWSAlgorithm.RS256).getSubject().getValue())
        .isEqualTo("alice");
  }

  @Test
  void missingIdTokenIsAPlainOAuthResponse() {
    IDP.script().next(ProtocolFault.NO_ID_TOKEN);
    OIDCTokens tokens = app.tokens(code());
    assertThat(tokens.getIDToken()).isNull();
    assertThat(tokens.getBearerAccessToken()).isNotNull();
  }

  @Test
  void redirectCanBeWrong() {
    IDP.script().nextLogin("alice").next(ProtocolFault.WRONG_STATE);
    assertThat(LoginBrowser.redirectParameters(new LoginBrowser().open(app.login())).get("state"))
        .isNotEqualTo(List.of(app.state.getValue()));
    IDP.script().nextLogin("alice").next(ProtocolFault.WRONG_ISS_PARAMETER);
    assertThat(LoginBrowser.redirectParameters(new LoginBrowser().open(app.login())).get("iss"))
        .isEqualTo(List.of("https://another-provider.example"));
    IDP.script().nextLogin("alice").next(ProtocolFault.NO_ISS_PARAMETER);
    assertThat(LoginBrowser.redirectParameters(new LoginBrowser().open(app.login())))
        .doesNotContainKey("iss");
  }

  @Test
  void userInfoCanBeThatOfAnotherUser() {
    OIDCTokens tokens = app.tokens(code());
    IDP.script().next(ProtocolFault.WRONG_USERINFO_SUBJECT);
    assertThat(app.userInfo(tokens).getBody()).contains("another-subject");
    assertThat(app.userInfo(tokens).getBody()).contains("alice");
  }

  @Test
  void keysRotate() throws Exception {
    OIDCTokens before = app.tokens(code());
    IDP.script().rotateKeys();
    OIDCTokens after = app.tokens(code());
    assertThat(before.getIDToken().getHeader().toJSONObject().get("kid"))
        .isNotEqualTo(after.getIDToken().getHeader().toJSONObject().get("kid"));
    app.verify(before, JWSAlgorithm.RS256);
    app.verify(after, JWSAlgorithm.RS256);
    IDP.script().replaceKeys();
    assertThatThrownBy(() -> app.verify(after, JWSAlgorithm.RS256))
        .isInstanceOf(BadJOSEException.class);
    app.verify(app.tokens(code()), JWSAlgorithm.RS256);
  }

  @Test
  void privateKeysAreNotPublished() {
    String published = new LoginBrowser().open(URI.create(IDP.issuer() + "/jwks")).body();
    assertThat(published)
        .contains("\"kty\":\"RSA\"")
        .doesNotContain("\"d\"")
        .doesNotContain("\"p\"");
  }

  @Test
  void clockMoves() {
    IDP.script().moveClock(Duration.ofHours(3));
    assertThatThrownBy(() -> app.verify(app.tokens(code()), JWSAlgorithm.RS256))
        .as("issued in the future")
        .isInstanceOf(BadJOSEException.class);
  }

  @Test
  void endpointsFailAndAreSlow() {
    String code = code();
    IDP.script().fail(IdpRoute.TOKEN, 500);
    assertThat(app.redeem(code).indicatesSuccess()).isFalse();
    assertThat(app.redeem(code).indicatesSuccess()).as("the code was not consumed").isTrue();
    IDP.script().slow(IdpRoute.TOKEN, Duration.ofMinutes(1));
    assertThatThrownBy(() -> new NimbusApplication(IDP.issuer(), 100).redeem(code()))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(SocketTimeoutException.class);
    IDP.script().fail(IdpRoute.DISCOVERY, 503);
    URI discovery = URI.create(IDP.issuer() + IdpRoute.DISCOVERY.path());
    assertThat(new LoginBrowser().open(discovery).statusCode()).isEqualTo(503);
    assertThat(new LoginBrowser().open(discovery).statusCode()).isEqualTo(200);
  }

  @Test
  void otherAlgorithmIsSupported() throws Exception {
    NimbusApplication other = new NimbusApplication(CURVES.issuer());
    CURVES.script().nextLogin("bob");
    OIDCTokens tokens =
        other.tokens(NimbusApplication.code(new LoginBrowser().open(other.login())));
    assertThat(other.verify(tokens, JWSAlgorithm.ES256).getSubject().getValue()).isEqualTo("bob");
  }
}
