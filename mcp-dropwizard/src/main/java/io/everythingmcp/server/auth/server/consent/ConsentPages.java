package io.everythingmcp.server.auth.server.consent;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.auth.server.client.Client;
import io.everythingmcp.server.auth.server.client.Clients;
import io.everythingmcp.server.auth.server.endpoint.Pages;
import io.everythingmcp.server.auth.server.endpoint.Refusal;
import io.everythingmcp.server.auth.server.endpoint.ScopeRule;
import io.everythingmcp.server.auth.server.endpoint.Secrets;
import io.everythingmcp.server.auth.server.upstream.Upstream;

/** Puts a request before a person. */
final class ConsentPages {
  private final Pages pages;
  private final PendingRequests pending;
  private final Browsers browsers;
  private final Clients clients;
  private final Upstream upstream;
  private final ScopeRule scopes;

  ConsentPages(
      Pages pages,
      PendingRequests pending,
      Browsers browsers,
      Clients clients,
      Upstream upstream,
      ScopeRule scopes) {
    this.pages = pages;
    this.pending = pending;
    this.browsers = browsers;
    this.clients = clients;
    this.upstream = upstream;
    this.scopes = scopes;
  }

  /** Asks whoever is in front of the browser. */
  HTTPResponse before(HTTPRequest request, Client client, Ask ask) {
    String browser = browsers.of(request);
    String last = browsers.name(request);
    return show(browser, client, Pending.consent(ask, Secrets.digest(browser)), last);
  }

  /** Asks a person who has logged in. */
  HTTPResponse after(String browser, Pending.Person person, Ask ask) throws Refusal {
    Client client = clients.find(ask.clientId());
    return show(browser, client, Pending.consentOf(person, ask, Secrets.digest(browser)), "");
  }

  private HTTPResponse show(String browser, Client client, Pending waiting, String last) {
    String id = Secrets.random();
    pending.add(id, waiting);
    Pending.Person person = waiting.person();
    String called =
        person == null ? "" : person.name().isEmpty() ? person.subject() : person.name();
    ConsentView view =
        ConsentView.of(
            client,
            waiting.ask(),
            scopes.described(waiting.ask().scopes()),
            new ConsentView.Who(called, last, upstream.name()),
            new ConsentView.Form(id, Cookies.ticket(browser, id)));
    HTTPResponse page = pages.page(HTTPResponse.SC_OK, "consent.ftlh", "Do you allow this?", view);
    return browsers.keep(browser, page);
  }
}
