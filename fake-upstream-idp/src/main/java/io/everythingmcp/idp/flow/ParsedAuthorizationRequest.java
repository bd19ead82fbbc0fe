package io.everythingmcp.idp.flow;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import io.everythingmcp.idp.model.IdpClient;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The outcome of parsing an authorization request. */
sealed interface ParsedAuthorizationRequest {
  /**
   * A valid request.
   *
   * @param silent whether no page may be shown
   * @param parameters the parameters that the form must contain
   */
  record Properly(
      IdpClient client,
      AuthenticationRequest request,
      boolean silent,
      Map<String, List<String>> parameters)
      implements ParsedAuthorizationRequest {}

  /** An invalid request of a registered client: the error is sent to its redirect URI. */
  record Wrongly(URI redirectUri, String state, ErrorObject error)
      implements ParsedAuthorizationRequest {}

  /**
   * A request without a registered client and redirect URI: the error is shown to the user only.
   */
  record NotRedirectable(String title, String reason) implements ParsedAuthorizationRequest {}
}
