package io.everythingmcp.server.authserver.consent;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.authserver.endpoint.OAuthEndpoint;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.OAuthParameters;
import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import io.everythingmcp.server.security.audit.AuthenticationLog;
import java.util.Optional;

/**
 * Endpoint of the consent form. The form must come from the browser to which it was sent.
 *
 * <p>A second approval, by a double click or by going back, continues like the first: the browser
 * shows the result of the last one only. Denying ends the request; after an approval by a logged-in
 * user it ends one minute later.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/security_best_practices#confused-deputy-problem">Confused
 *     deputy</a>
 */
final class ConsentEndpoint implements OAuthEndpoint {
  private static final SpecificationReference RULE = SpecificationReference.rfc(9700, "4.7");

  private final PendingAuthorizationStore pending;
  private final BrowserSessionCookies browsers;
  private final AuthorizationFlow flow;
  private final AuthorizationResponses responses;

  ConsentEndpoint(
      PendingAuthorizationStore pending,
      BrowserSessionCookies browsers,
      AuthorizationFlow flow,
      AuthorizationResponses responses) {
    this.pending = pending;
    this.browsers = browsers;
    this.flow = flow;
    this.responses = responses;
  }

  @Override
  public HTTPResponse handle(HTTPRequest request) throws OAuthException {
    OAuthParameters form = OAuthParameters.ofForm(request);
    String id = form.get("request").orElse("");
    String ticket = form.get("csrf").orElse("");
    Optional<String> browser = browsers.known(request);
    if (browser.isEmpty() || !RandomSecrets.same(HostCookies.ticket(browser.get(), id), ticket)) {
      throw new OAuthException(
              OAuth2Error.ACCESS_DENIED.setHTTPStatusCode(HTTPResponse.SC_FORBIDDEN),
              "The form has expired, was opened in another browser, or cookies are disabled",
              RULE)
          .titled("This page is no longer valid: start again in the application");
    }
    PendingAuthorization waiting =
        pending
            .find(id, browser.get())
            .filter(ExpiredAuthorizationRequest::waitsForConsent)
            .orElseThrow(ExpiredAuthorizationRequest::refusal);
    return switch (form.get("decision").orElse("")) {
      case "approve" -> consented(request, id, browser.get(), waiting);
      case "deny" -> {
        log("consent_denied", waiting);
        pending.end(id, browser.get());
        yield responses.error(
            waiting.authorization(),
            OAuth2Error.ACCESS_DENIED.setDescription("The user denied the request"));
      }
      default ->
          throw OAuthException.invalidRequest("The form has no decision: approve or deny", RULE);
    };
  }

  private HTTPResponse consented(
      HTTPRequest request, String id, String browser, PendingAuthorization waiting) {
    log("consent_given", waiting);
    if (waiting.stage() == PendingAuthorization.Stage.CONSENT) {
      try {
        return flow.login(request, browser, waiting.authorization(), true);
      } catch (OAuthException refusal) {
        return responses.error(waiting.authorization(), refusal.error());
      }
    }
    pending.lastMinute(id, waiting);
    return flow.done(waiting.authorization(), waiting.person());
  }

  private static void log(String what, PendingAuthorization waiting) {
    String subject = waiting.person() == null ? "" : waiting.person().subject();
    AuthenticationLog.happened(what, waiting.authorization().clientId(), subject, "");
  }
}
