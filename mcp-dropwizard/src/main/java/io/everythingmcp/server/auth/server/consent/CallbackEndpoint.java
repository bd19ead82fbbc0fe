package io.everythingmcp.server.auth.server.consent;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.auth.audit.AuthenticationLog;
import io.everythingmcp.server.auth.server.access.AccessRule;
import io.everythingmcp.server.auth.server.endpoint.Endpoint;
import io.everythingmcp.server.auth.server.endpoint.Parameters;
import io.everythingmcp.server.auth.server.endpoint.Refusal;
import io.everythingmcp.server.auth.server.token.Sealer;
import io.everythingmcp.server.auth.server.upstream.LoginFailed;
import io.everythingmcp.server.auth.server.upstream.Upstream;
import io.everythingmcp.server.auth.server.upstream.UpstreamUser;

/**
 * Where the provider sends people back to. The state must be one that this server gave to this
 * browser, and what comes with it is good once.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-10.12">RFC 6749, section 10.12</a>
 */
final class CallbackEndpoint implements Endpoint {
  private static final String TOKENS = "upstream tokens";

  private final Upstream upstream;
  private final PendingRequests pending;
  private final Browsers browsers;
  private final Sealer sealer;
  private final Steps steps;
  private final VisitEndpoint visits;
  private final AccessRule access;

  CallbackEndpoint(
      Upstream upstream,
      PendingRequests pending,
      Browsers browsers,
      Sealer sealer,
      Steps steps,
      VisitEndpoint visits,
      AccessRule access) {
    this.upstream = upstream;
    this.pending = pending;
    this.browsers = browsers;
    this.sealer = sealer;
    this.steps = steps;
    this.visits = visits;
    this.access = access;
  }

  @Override
  public HTTPResponse answer(HTTPRequest request) throws Refusal {
    Parameters callback = Parameters.of(request);
    String browser = browsers.known(request).orElseThrow(Gone::refusal);
    String state = callback.get("state").orElse("");
    if (pending.find(state, browser).filter(Gone::waitsForConsent).isPresent()) {
      throw Gone.refusal();
    }
    Pending waiting =
        pending.answer(state, browser, callback.get("code").orElse("")).orElseThrow(Gone::refusal);
    try {
      UpstreamUser user = access.admit(upstream.finish(waiting.login(), callback));
      AuthenticationLog.happened("logged_in", client(waiting), user.subject(), "");
      if (waiting.page() != null) {
        return browsers.loggedIn(user, visits.goOn(waiting));
      }
      Ask ask = waiting.ask();
      Ask allowed = ask.withScopes(access.allowed(user, ask.scopes()));
      return browsers.loggedIn(
          user, steps.loggedIn(browser, waiting.agreed(), allowed, person(user)));
    } catch (LoginFailed failed) {
      AuthenticationLog.happened("login_failed", client(waiting), "", failed.getMessage());
      if (waiting.page() != null) {
        throw VisitEndpoint.refused(failed);
      }
      return steps.failed(waiting.ask(), failed);
    }
  }

  private static String client(Pending waiting) {
    return waiting.ask() == null ? "" : waiting.ask().clientId();
  }

  private Pending.Person person(UpstreamUser user) {
    String tokens = user.tokens().isEmpty() ? "" : sealer.seal(TOKENS, user.tokens());
    return new Pending.Person(user.subject(), user.name(), tokens);
  }
}
