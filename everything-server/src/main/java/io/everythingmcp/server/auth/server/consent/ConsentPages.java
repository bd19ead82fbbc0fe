package io.everythingmcp.server.auth.server.consent;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.auth.server.client.Client;
import io.everythingmcp.server.auth.server.client.Clients;
import io.everythingmcp.server.auth.server.client.RedirectUris;
import io.everythingmcp.server.auth.server.endpoint.Pages;
import io.everythingmcp.server.auth.server.endpoint.Refusal;
import io.everythingmcp.server.auth.server.endpoint.Secrets;
import io.everythingmcp.server.auth.server.upstream.Upstream;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;

/** Puts a request before a person. */
final class ConsentPages {
  private final Pages pages;
  private final PendingRequests pending;
  private final Browsers browsers;
  private final Clients clients;
  private final Upstream upstream;

  ConsentPages(
      Pages pages, PendingRequests pending, Browsers browsers, Clients clients, Upstream upstream) {
    this.pages = pages;
    this.pending = pending;
    this.browsers = browsers;
    this.clients = clients;
    this.upstream = upstream;
  }

  /** Asks whoever is in front of the browser. */
  HTTPResponse before(HTTPRequest request, Client client, Ask ask) {
    String browser = browsers.of(request);
    return show(browser, client, Pending.consent(ask, Secrets.digest(browser)));
  }

  /** Asks a person who has logged in. */
  HTTPResponse after(String browser, Pending.Person person, Ask ask) throws Refusal {
    Client client = clients.find(ask.clientId());
    return show(browser, client, Pending.consentOf(person, ask, Secrets.digest(browser)));
  }

  private HTTPResponse show(String browser, Client client, Pending waiting) {
    String id = Secrets.random();
    pending.add(id, waiting);
    Pending.Person person = waiting.person();
    String called =
        person == null ? "" : person.name().isEmpty() ? person.subject() : person.name();
    ConsentView view =
        ConsentView.of(
            client, waiting.ask(), called, upstream.name(), id, Cookies.ticket(browser, id));
    HTTPResponse page =
        pages.page(
            HTTPResponse.SC_OK,
            "consent.ftlh",
            "Do you allow this?",
            view,
            formTargets(waiting.ask().redirectUri()));
    return browsers.keep(browser, page);
  }

  /**
   * Where the form leads to. Chrome holds all redirects that follow a form against the page that
   * had it: to the provider, back here, and to the client.
   */
  Set<String> formTargets(String redirectUri) {
    Set<String> targets = new TreeSet<>(upstream.formTargets());
    targets.add(source(URI.create(redirectUri)));
    return targets;
  }

  /** A source of a content security policy has no way to write an address of IPv6. */
  private static String source(URI redirect) {
    boolean scheme =
        RedirectUris.isOfApplication(redirect) || redirect.getRawAuthority().startsWith("[");
    return redirect.getScheme() + (scheme ? ":" : "://" + redirect.getRawAuthority());
  }
}
