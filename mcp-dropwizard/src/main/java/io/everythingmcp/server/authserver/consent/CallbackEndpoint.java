package io.everythingmcp.server.authserver.consent;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.authserver.access.AccessRule;
import io.everythingmcp.server.authserver.endpoint.OAuthEndpoint;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.OAuthParameters;
import io.everythingmcp.server.authserver.token.StoreValueSealer;
import io.everythingmcp.server.authserver.upstream.UpstreamIdentityProvider;
import io.everythingmcp.server.authserver.upstream.UpstreamLoginException;
import io.everythingmcp.server.authserver.upstream.UpstreamUser;
import io.everythingmcp.server.security.audit.AuthenticationLog;

/**
 * Redirect endpoint for the identity provider. The state must have been issued to this browser and
 * can be used once.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-10.12">RFC 6749, section 10.12</a>
 */
final class CallbackEndpoint implements OAuthEndpoint {
  private static final String TOKENS = "upstream tokens";

  private final UpstreamIdentityProvider upstream;
  private final PendingAuthorizationStore pending;
  private final BrowserSessionCookies browsers;
  private final StoreValueSealer sealer;
  private final AuthorizationFlow flow;
  private final PageLoginEndpoint pageLogin;
  private final AccessRule access;

  CallbackEndpoint(
      UpstreamIdentityProvider upstream,
      PendingAuthorizationStore pending,
      BrowserSessionCookies browsers,
      StoreValueSealer sealer,
      AuthorizationFlow flow,
      PageLoginEndpoint pageLogin,
      AccessRule access) {
    this.upstream = upstream;
    this.pending = pending;
    this.browsers = browsers;
    this.sealer = sealer;
    this.flow = flow;
    this.pageLogin = pageLogin;
    this.access = access;
  }

  @Override
  public HTTPResponse handle(HTTPRequest request) throws OAuthException {
    OAuthParameters callback = OAuthParameters.of(request);
    String browser = browsers.known(request).orElseThrow(ExpiredAuthorizationRequest::refusal);
    String state = callback.get("state").orElse("");
    if (pending
        .find(state, browser)
        .filter(ExpiredAuthorizationRequest::waitsForConsent)
        .isPresent()) {
      throw ExpiredAuthorizationRequest.refusal();
    }
    PendingAuthorization waiting =
        pending
            .respond(state, browser, callback.get("code").orElse(""))
            .orElseThrow(ExpiredAuthorizationRequest::refusal);
    try {
      UpstreamUser user = access.admit(upstream.finish(waiting.login(), callback));
      AuthenticationLog.happened("logged_in", client(waiting), user.subject(), "");
      if (waiting.page() != null) {
        return browsers.loggedIn(user, pageLogin.continueFlow(waiting));
      }
      ValidatedAuthorizationRequest authorization = waiting.authorization();
      ValidatedAuthorizationRequest allowed =
          authorization.withScopes(access.allowed(user, authorization.scopes()));
      return browsers.loggedIn(
          user, flow.loggedIn(request, browser, waiting.consented(), allowed, person(user)));
    } catch (UpstreamLoginException failed) {
      AuthenticationLog.happened("login_failed", client(waiting), "", failed.getMessage());
      if (waiting.page() != null) {
        throw PageLoginEndpoint.refused(failed);
      }
      return flow.failed(waiting.authorization(), failed);
    }
  }

  private static String client(PendingAuthorization waiting) {
    return waiting.authorization() == null ? "" : waiting.authorization().clientId();
  }

  private PendingAuthorization.Person person(UpstreamUser user) {
    String tokens = user.tokens().isEmpty() ? "" : sealer.seal(TOKENS, user.tokens());
    return new PendingAuthorization.Person(user.subject(), user.name(), tokens);
  }
}
