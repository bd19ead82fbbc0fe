package io.everythingmcp.server.authserver.consent;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.authserver.endpoint.OAuthEndpoint;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.OAuthParameters;
import io.everythingmcp.server.authserver.endpoint.OAuthResponses;
import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import io.everythingmcp.server.authserver.upstream.UpstreamIdentityProvider;
import io.everythingmcp.server.authserver.upstream.UpstreamLogin;
import io.everythingmcp.server.authserver.upstream.UpstreamLoginException;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Login for a page of this server that belongs to a user. No client gets a token by it.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/client/elicitation#phishing">Elicitation:
 *     phishing</a>
 */
final class PageLoginEndpoint implements OAuthEndpoint {
  /** Only pages of this server, to prevent open redirects. */
  private static final Pattern PAGE = Pattern.compile("/elicitation/[A-Za-z0-9]{1,64}");

  private static final SpecificationReference RULE = SpecificationReference.rfc(9700, "4.11.1");

  private final String base;
  private final UpstreamIdentityProvider upstream;
  private final PendingAuthorizationStore pending;
  private final BrowserSessionCookies browsers;

  PageLoginEndpoint(
      String base,
      UpstreamIdentityProvider upstream,
      PendingAuthorizationStore pending,
      BrowserSessionCookies browsers) {
    this.base = base;
    this.upstream = upstream;
    this.pending = pending;
    this.browsers = browsers;
  }

  @Override
  public HTTPResponse handle(HTTPRequest request) throws OAuthException {
    String page = OAuthParameters.of(request).get("page").orElse("");
    if (!PAGE.matcher(page).matches()) {
      throw OAuthException.invalidRequest("Unknown page", RULE)
          .titled("Page not found: open the link again");
    }
    UpstreamLogin login = UpstreamLogin.begin();
    String browser = browsers.of(request);
    try {
      HTTPResponse away = OAuthResponses.seeOther(upstream.begin(login));
      pending.add(
          login.state(),
          PendingAuthorization.pageLogin(page, RandomSecrets.digest(browser), login),
          request.getClientIPAddress());
      return browsers.keep(browser, away);
    } catch (UpstreamLoginException failed) {
      throw refused(failed);
    }
  }

  /** Redirects the logged-in user to the page. */
  HTTPResponse continueFlow(PendingAuthorization waiting) {
    return OAuthResponses.seeOther(URI.create(base + waiting.page()));
  }

  static OAuthException refused(UpstreamLoginException failed) {
    return new OAuthException(failed.error(), failed.error().getDescription(), RULE);
  }
}
