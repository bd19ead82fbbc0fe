package io.everythingmcp.idp.flow;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import io.everythingmcp.idp.http.IdpResponse;
import io.everythingmcp.idp.model.IdpSettings;
import io.everythingmcp.idp.script.IdpScript;
import io.everythingmcp.idp.script.ProtocolFault;
import java.net.URI;

/**
 * Sends browsers back to where they came from, with a code or an error, {@code state} and {@code
 * iss}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9207#section-2">RFC 9207, section 2</a>
 */
final class AuthorizationRedirects {
  private final IdpSettings settings;
  private final IdpScript script;

  AuthorizationRedirects(IdpSettings settings, IdpScript script) {
    this.settings = settings;
    this.script = script;
  }

  IdpResponse with(URI redirectUri, String state, String code) {
    AuthorizationCode value = new AuthorizationCode(code);
    return IdpResponse.seeOther(
        new AuthenticationSuccessResponse(
                redirectUri, value, null, null, state(state), null, issuer(), null)
            .toURI());
  }

  IdpResponse with(URI redirectUri, String state, ErrorObject error) {
    return IdpResponse.seeOther(
        new AuthenticationErrorResponse(redirectUri, error, state(state), issuer(), null).toURI());
  }

  private State state(String sent) {
    if (script.take(ProtocolFault.WRONG_STATE)) {
      return new State("another-state");
    }
    return sent.isBlank() ? null : new State(sent);
  }

  private Issuer issuer() {
    if (script.take(ProtocolFault.NO_ISS_PARAMETER)) {
      return null;
    }
    return script.take(ProtocolFault.WRONG_ISS_PARAMETER)
        ? new Issuer("https://another-provider.example")
        : new Issuer(settings.issuer());
  }
}
