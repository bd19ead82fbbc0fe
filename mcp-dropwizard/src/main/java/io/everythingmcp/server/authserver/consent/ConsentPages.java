package io.everythingmcp.server.authserver.consent;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.authserver.client.CompositeClientSource;
import io.everythingmcp.server.authserver.client.OAuthClient;
import io.everythingmcp.server.authserver.endpoint.AuthorizationPages;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import io.everythingmcp.server.authserver.endpoint.ScopeRule;
import io.everythingmcp.server.authserver.upstream.UpstreamIdentityProvider;

/** Shows the consent page. */
final class ConsentPages {
  private final AuthorizationPages pages;
  private final PendingAuthorizationStore pending;
  private final BrowserSessionCookies browsers;
  private final CompositeClientSource clients;
  private final UpstreamIdentityProvider upstream;
  private final ScopeRule scopes;

  ConsentPages(
      AuthorizationPages pages,
      PendingAuthorizationStore pending,
      BrowserSessionCookies browsers,
      CompositeClientSource clients,
      UpstreamIdentityProvider upstream,
      ScopeRule scopes) {
    this.pages = pages;
    this.pending = pending;
    this.browsers = browsers;
    this.clients = clients;
    this.upstream = upstream;
    this.scopes = scopes;
  }

  /** Shows the page before the login. */
  HTTPResponse before(
      HTTPRequest request, OAuthClient client, ValidatedAuthorizationRequest authorization)
      throws OAuthException {
    String browser = browsers.of(request);
    String last = browsers.name(request);
    return show(
        request,
        browser,
        client,
        PendingAuthorization.consent(authorization, RandomSecrets.digest(browser)),
        last);
  }

  /** Shows the page to a logged-in user. */
  HTTPResponse after(
      HTTPRequest request,
      String browser,
      PendingAuthorization.Person person,
      ValidatedAuthorizationRequest authorization)
      throws OAuthException {
    OAuthClient client = clients.find(authorization.clientId());
    return show(
        request,
        browser,
        client,
        PendingAuthorization.consentOf(person, authorization, RandomSecrets.digest(browser)),
        "");
  }

  private HTTPResponse show(
      HTTPRequest request,
      String browser,
      OAuthClient client,
      PendingAuthorization waiting,
      String last)
      throws OAuthException {
    String id = RandomSecrets.random();
    pending.add(id, waiting, request.getClientIPAddress());
    PendingAuthorization.Person person = waiting.person();
    String called =
        person == null ? "" : person.name().isEmpty() ? person.subject() : person.name();
    ConsentView view =
        ConsentView.of(
            client,
            waiting.authorization(),
            scopes.described(waiting.authorization().scopes()),
            new ConsentView.Who(called, last, upstream.name()),
            new ConsentView.Form(id, HostCookies.ticket(browser, id)));
    HTTPResponse page = pages.page(HTTPResponse.SC_OK, "consent.ftlh", "Do you allow this?", view);
    return browsers.keep(browser, page);
  }
}
