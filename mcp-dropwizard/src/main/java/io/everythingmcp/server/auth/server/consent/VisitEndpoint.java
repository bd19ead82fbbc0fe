package io.everythingmcp.server.auth.server.consent;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.auth.server.endpoint.Endpoint;
import io.everythingmcp.server.auth.server.endpoint.Parameters;
import io.everythingmcp.server.auth.server.endpoint.Refusal;
import io.everythingmcp.server.auth.server.endpoint.Replies;
import io.everythingmcp.server.auth.server.endpoint.Rule;
import io.everythingmcp.server.auth.server.endpoint.Secrets;
import io.everythingmcp.server.auth.server.upstream.LoginFailed;
import io.everythingmcp.server.auth.server.upstream.Upstream;
import io.everythingmcp.server.auth.server.upstream.UpstreamLogin;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Lets somebody log in who wants to see a page of this server that belongs to a person. No client
 * gets anything by it.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/client/elicitation#phishing">Elicitation:
 *     phishing</a>
 */
final class VisitEndpoint implements Endpoint {
  /** Never an address elsewhere, whoever wrote the link. */
  private static final Pattern PAGE = Pattern.compile("/elicitation/[A-Za-z0-9]{1,64}");

  private static final Rule RULE = Rule.rfc(9700, "4.11.1");

  private final String base;
  private final Upstream upstream;
  private final PendingRequests pending;
  private final Browsers browsers;

  VisitEndpoint(String base, Upstream upstream, PendingRequests pending, Browsers browsers) {
    this.base = base;
    this.upstream = upstream;
    this.pending = pending;
    this.browsers = browsers;
  }

  @Override
  public HTTPResponse answer(HTTPRequest request) throws Refusal {
    String page = Parameters.of(request).get("page").orElse("");
    if (!PAGE.matcher(page).matches()) {
      throw Refusal.invalidRequest("There is no such page to log in for", RULE)
          .titled("There is no page here to sign in for: open the link again");
    }
    UpstreamLogin login = UpstreamLogin.begin();
    String browser = browsers.of(request);
    try {
      HTTPResponse away = Replies.seeOther(upstream.begin(login));
      pending.add(login.state(), Pending.visit(page, Secrets.digest(browser), login));
      return browsers.keep(browser, away);
    } catch (LoginFailed failed) {
      throw refused(failed);
    }
  }

  /** Sends a person who has logged in to the page that they wanted. */
  HTTPResponse goOn(Pending waiting) {
    return Replies.seeOther(URI.create(base + waiting.page()));
  }

  static Refusal refused(LoginFailed failed) {
    return new Refusal(failed.error(), failed.error().getDescription(), RULE);
  }
}
