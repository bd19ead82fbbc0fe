package io.everythingmcp.server.authserver.consent;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.authserver.client.OAuthClient;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.SignInProblem;

/**
 * Reports errors of an authorization request with a valid redirect URI. A client from an untrusted
 * registration could misuse this server as an open redirector. Its errors are therefore shown as a
 * page with a link, until the user has consented once to this client and redirect URI.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.11.2">RFC 9700, section 4.11.2</a>
 */
final class AuthorizeErrors {
  private final AuthorizationResponses responses;
  private final ConsentStore consents;
  private final BrowserSessionCookies browsers;

  AuthorizeErrors(
      AuthorizationResponses responses, ConsentStore consents, BrowserSessionCookies browsers) {
    this.responses = responses;
    this.consents = consents;
    this.browsers = browsers;
  }

  /**
   * Returns the redirect of an error.
   *
   * @throws OAuthException the error with a link, if the user is not redirected
   */
  HTTPResponse respond(
      HTTPRequest request,
      OAuthClient client,
      String redirectUri,
      String state,
      OAuthException refusal)
      throws OAuthException {
    if (client.trusted() || hasConsented(request, client, redirectUri)) {
      return responses.error(redirectUri, state, refusal.error());
    }
    throw refusal.linkedTo(
        new SignInProblem.WayBack(
            client.name(),
            ConsentView.destination(redirectUri),
            responses.errorAddress(redirectUri, state, refusal.error()).toString()));
  }

  private boolean hasConsented(HTTPRequest request, OAuthClient client, String redirectUri) {
    return browsers
        .person(request)
        .filter(person -> consents.isGranted(person, client.id(), redirectUri))
        .isPresent();
  }
}
