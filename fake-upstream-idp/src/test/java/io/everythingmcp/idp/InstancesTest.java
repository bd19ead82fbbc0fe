package io.everythingmcp.idp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.everythingmcp.idp.http.IdpRequest;
import io.everythingmcp.idp.http.IdpResponse;
import io.everythingmcp.idp.model.IdpSettings;
import io.everythingmcp.idp.nimbus.InProcessTransport;
import io.everythingmcp.idp.script.IdpRoute;
import io.everythingmcp.idp.state.IdpState;
import io.everythingmcp.idp.state.MemoryState;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Providers in one process, below a path, two of them with a shared state. */
class InstancesTest {
  private static final URI ISSUER = URI.create("https://idp.example/fakeupstreamauth");

  private final IdpState state = new MemoryState();
  private final FakeIdp one = idp(state);
  private final FakeIdp two = idp(state);
  private final NimbusApplication app = new NimbusApplication(ISSUER);

  private static FakeIdp idp(IdpState state) {
    return new FakeIdp(IdpSettings.of(ISSUER).withClients(NimbusApplication.registered()), state);
  }

  private String code(FakeIdp idp) {
    idp.script().nextLogin("alice");
    IdpResponse back =
        idp.handle(IdpRequest.of("GET", "/authorize", app.login().getRawQuery(), Map.of(), null));
    return LoginBrowser.parameters(back.headers().get("Location")).get("code").get(0);
  }

  private HTTPRequest redeem(String code) {
    return new TokenRequest.Builder(
            URI.create(ISSUER + "/token"),
            NimbusApplication.RIGHT,
            new AuthorizationCodeGrant(
                new AuthorizationCode(code), NimbusApplication.CALLBACK, app.verifier))
        .build()
        .toHTTPRequest();
  }

  @Test
  void codeIsRedeemedOnceAtAnotherInstanceWithSharedKeys() throws Exception {
    String code = code(one);
    HTTPResponse answer = redeem(code).send(new InProcessTransport(two));
    OIDCTokenResponse tokens = OIDCTokenResponse.parse(answer);
    assertThat(redeem(code).send(new InProcessTransport(one)).getStatusCode()).isEqualTo(400);
    IDTokenValidator validator =
        new IDTokenValidator(
            new Issuer(ISSUER),
            new ClientID(NimbusApplication.ID),
            new JWSVerificationKeySelector<>(
                JWSAlgorithm.RS256,
                JWKSourceBuilder.create(
                        URI.create(ISSUER + "/jwks").toURL(), new InProcessTransport(one))
                    .build()),
            null);
    assertThat(validator.validate(tokens.getOIDCTokens().getIDToken(), app.nonce).getSubject())
        .hasToString("alice");
  }

  @Test
  void separateStateIsIsolated() throws Exception {
    FakeIdp another = idp(new MemoryState());
    assertThat(redeem(code(one)).send(new InProcessTransport(another)).getStatusCode())
        .isEqualTo(400);
  }

  @Test
  void httpsCookieIsHostBound() {
    IdpResponse page =
        one.handle(IdpRequest.of("GET", "/authorize", app.login().getRawQuery(), Map.of(), null));
    assertThat(page.headers().get("Set-Cookie"))
        .startsWith("__Host-fake-idp=")
        .contains("; Secure")
        .contains("; Path=/;");
    assertThat(page.body()).contains("action=\"/fakeupstreamauth/authorize\"");
  }

  @Test
  void slowResponseIsDelayedInProcess() {
    one.script().slow(IdpRoute.TOKEN, Duration.ofMinutes(5));
    HTTPRequest request = redeem(code(one));
    request.setReadTimeout(20);
    assertThatThrownBy(() -> request.send(new InProcessTransport(one)))
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void inProcessTransportServesOnlyThisProvider() throws Exception {
    HTTPRequest elsewhere =
        new HTTPRequest(HTTPRequest.Method.GET, URI.create("https://idp.example/other"));
    assertThatThrownBy(() -> elsewhere.send(new InProcessTransport(one)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(
            () -> new InProcessTransport(one).retrieveResource(URI.create(ISSUER + "/x").toURL()))
        .isInstanceOf(IOException.class);
  }
}
