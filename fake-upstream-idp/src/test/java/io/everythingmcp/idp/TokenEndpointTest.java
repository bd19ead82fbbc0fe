package io.everythingmcp.idp;

import static com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod.CLIENT_SECRET_POST;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.everythingmcp.idp.junit.FakeIdpExtension;
import io.everythingmcp.idp.model.IdpClient;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Codes: single use, bound to their client. */
class TokenEndpointTest {
  @RegisterExtension
  static final FakeIdpExtension IDP =
      new FakeIdpExtension(
          s ->
              s.withClients(
                  NimbusApplication.registered(),
                  new IdpClient(
                      "other",
                      "other-secret",
                      Set.of(CLIENT_SECRET_POST),
                      Set.of(NimbusApplication.CALLBACK.toString()),
                      false)));

  private static final ClientAuthentication OTHER =
      new ClientSecretPost(new ClientID("other"), new Secret("other-secret"));

  private final NimbusApplication app = new NimbusApplication(IDP.issuer());

  private String code() {
    IDP.script().nextLogin("alice");
    return NimbusApplication.code(new LoginBrowser().open(app.login()));
  }

  private static String error(TokenResponse response) {
    assertThat(response.indicatesSuccess()).isFalse();
    ErrorObject error = response.toErrorResponse().getErrorObject();
    return error.getHTTPStatusCode() + " " + error.getCode();
  }

  @Test
  void secondUseOfACodeRevokesItsTokens() {
    String code = code();
    OIDCTokens tokens = app.tokens(code);
    assertThat(app.userInfo(tokens).getStatusCode()).isEqualTo(200);
    assertThat(error(app.redeem(code))).isEqualTo("400 invalid_grant");
    assertThat(app.userInfo(tokens).getStatusCode()).isEqualTo(401);
  }

  @Test
  void codeIsBoundToClientRedirectAndVerifier() {
    assertThat(error(app.redeem(code(), OTHER, NimbusApplication.CALLBACK, app.verifier)))
        .isEqualTo("400 invalid_grant");
    assertThat(
            error(
                app.redeem(
                    code(), NimbusApplication.RIGHT, URI.create("http://x.example"), app.verifier)))
        .isEqualTo("400 invalid_grant");
    assertThat(error(app.redeem(code(), NimbusApplication.RIGHT, null, app.verifier)))
        .isEqualTo("400 invalid_grant");
    assertThat(
            error(
                app.redeem(
                    code(),
                    NimbusApplication.RIGHT,
                    NimbusApplication.CALLBACK,
                    new CodeVerifier())))
        .isEqualTo("400 invalid_grant");
    assertThat(error(app.redeem(code(), NimbusApplication.RIGHT, NimbusApplication.CALLBACK, null)))
        .isEqualTo("400 invalid_grant");
    assertThat(app.redeem(code()).indicatesSuccess()).isTrue();
  }

  @Test
  void verifierWithoutChallengeIsRejected() {
    IDP.script().nextLogin("alice").nextLogin("alice");
    URI without =
        app.authenticationRequest().codeChallenge((CodeVerifier) null, null).build().toURI();
    assertThat(error(app.redeem(NimbusApplication.code(new LoginBrowser().open(without)))))
        .isEqualTo("400 invalid_grant");
    String code = NimbusApplication.code(new LoginBrowser().open(without));
    assertThat(
            app.redeem(code, NimbusApplication.RIGHT, NimbusApplication.CALLBACK, null)
                .indicatesSuccess())
        .isTrue();
  }

  @Test
  void clientMustUseItsAuthenticationMethod() {
    ClientAuthentication wrong =
        new ClientSecretBasic(new ClientID(NimbusApplication.ID), new Secret("wrong"));
    ClientAuthentication unknown = new ClientSecretBasic(new ClientID("x"), new Secret("x"));
    ClientAuthentication wrongWay =
        new ClientSecretBasic(new ClientID("other"), new Secret("other-secret"));
    String code = code();
    for (ClientAuthentication bad : new ClientAuthentication[] {wrong, unknown, wrongWay}) {
      assertThat(error(app.redeem(code, bad, NimbusApplication.CALLBACK, app.verifier)))
          .isEqualTo("401 invalid_client");
    }
    ClientAuthentication post =
        new ClientSecretPost(new ClientID(NimbusApplication.ID), new Secret("app-secret"));
    assertThat(app.redeem(code, post, NimbusApplication.CALLBACK, app.verifier).indicatesSuccess())
        .isTrue();
  }

  @Test
  void codeAndTokenExpire() {
    String late = code();
    IDP.script().moveClock(Duration.ofSeconds(61));
    assertThat(error(app.redeem(late))).isEqualTo("400 invalid_grant");
    OIDCTokens tokens = app.tokens(code());
    assertThat(app.userInfo(tokens).getStatusCode()).isEqualTo(200);
    IDP.script().moveClock(Duration.ofMinutes(11));
    assertThat(app.userInfo(tokens).getStatusCode()).isEqualTo(401);
  }

  @Test
  void otherGrantsAreUnsupported() {
    LoginBrowser loginBrowser = new LoginBrowser();
    URI token = URI.create(IDP.issuer() + "/token");
    assertThat(
            loginBrowser
                .post(token, Map.of("grant_type", "password", "username", "a", "password", "b"))
                .body())
        .contains("error");
    assertThat(loginBrowser.post(token, Map.of()).statusCode()).isEqualTo(400);
    assertThat(
            loginBrowser
                .post(
                    token,
                    Map.of(
                        "grant_type", "client_credentials",
                        "client_id", NimbusApplication.ID,
                        "client_secret", "app-secret"))
                .body())
        .contains("unsupported_grant_type");
  }

  @Test
  void userInfoRequiresABearerToken() {
    LoginBrowser loginBrowser = new LoginBrowser();
    OIDCTokens tokens = app.tokens(code());
    String value = tokens.getAccessToken().getValue();
    URI inQuery = URI.create(IDP.issuer() + "/userinfo?access_token=" + value);
    assertThat(loginBrowser.open(inQuery).statusCode()).isEqualTo(401);
    assertThat(app.userInfo(tokens).getBody()).contains("\"sub\":\"alice\"");
  }
}
