package io.everythingmcp.idp.flow;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import io.everythingmcp.idp.model.IdpClient;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** What came to the authorization endpoint. */
sealed interface ParsedAuthorizationRequest {
  /**
   * A proper request.
   *
   * @param silent whether no page may be shown
   * @param parameters those that a form must bring back
   */
  record Properly(
      IdpClient client,
      AuthenticationRequest request,
      boolean silent,
      Map<String, List<String>> parameters)
      implements ParsedAuthorizationRequest {}

  /** From a client we know, but wrong: the client is told, through the browser. */
  record Wrongly(URI redirectUri, String state, ErrorObject error)
      implements ParsedAuthorizationRequest {}

  /** From we do not know where: only the person is told. */
  record ByStranger(String title, String reason) implements ParsedAuthorizationRequest {}
}
