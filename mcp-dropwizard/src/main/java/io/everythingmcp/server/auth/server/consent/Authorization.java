package io.everythingmcp.server.auth.server.consent;

import io.everythingmcp.server.auth.server.access.AccessRule;
import io.everythingmcp.server.auth.server.client.ClientAuthenticator;
import io.everythingmcp.server.auth.server.client.Clients;
import io.everythingmcp.server.auth.server.endpoint.Endpoint;
import io.everythingmcp.server.auth.server.endpoint.Lifetimes;
import io.everythingmcp.server.auth.server.endpoint.Pages;
import io.everythingmcp.server.auth.server.endpoint.Resources;
import io.everythingmcp.server.auth.server.endpoint.ScopeRule;
import io.everythingmcp.server.auth.server.grant.Codes;
import io.everythingmcp.server.auth.server.token.Sealer;
import io.everythingmcp.server.auth.server.upstream.Upstream;
import io.everythingmcp.server.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The endpoints that a person passes, put together. */
public final class Authorization {
  private final Endpoint authorize;
  private final Endpoint consent;
  private final Endpoint callback;
  private final Endpoint visit;
  private final Browsers browsers;
  private final PushedRequests pushed;

  /**
   * What the endpoints share.
   *
   * @param issuer who answers
   * @param lives how long things wait and are remembered
   * @param codes what a person's consent becomes
   */
  public Authorization(
      Store store, String issuer, Lifetimes lives, Parts parts, Codes codes, Clock clock) {
    PendingRequests pending = new PendingRequests(store, lives.pending());
    browsers = new Browsers(store, issuer.startsWith("https:"), lives.login());
    Answers answers = new Answers(issuer);
    Consents consents = parts.consents();
    AskRules rules = new AskRules(parts.resources(), parts.scopes());
    ConsentPages pages =
        new ConsentPages(
            parts.pages(), pending, browsers, parts.clients(), parts.upstream(), parts.scopes());
    Steps steps = new Steps(parts.upstream(), pending, consents, codes, pages, answers, clock);
    pushed = new PushedRequests(parts.authenticator(), rules, store);
    authorize =
        new AuthorizeEndpoint(
            parts.clients(),
            pushed,
            rules,
            steps,
            browsers,
            new AuthorizeErrors(answers, consents, browsers, parts.pages()));
    consent = new ConsentEndpoint(pending, browsers, steps, answers);
    VisitEndpoint visits = new VisitEndpoint(issuer, parts.upstream(), pending, browsers);
    visit = visits;
    callback =
        new CallbackEndpoint(
            parts.upstream(), pending, browsers, parts.sealer(), steps, visits, parts.access());
  }

  /**
   * What comes from elsewhere.
   *
   * @param clients who may ask
   * @param authenticator how clients show who they are
   * @param resources what may be asked for
   * @param scopes what for
   * @param upstream where people log in
   * @param access which people may do what
   * @param consents what people agreed to before
   * @param sealer keeps the provider's tokens
   * @param pages shows people something
   */
  public record Parts(
      Clients clients,
      ClientAuthenticator authenticator,
      Resources resources,
      ScopeRule scopes,
      Upstream upstream,
      AccessRule access,
      Consents consents,
      Sealer sealer,
      Pages pages) {}

  /** Where a client sends a person. */
  public Endpoint authorize() {
    return authorize;
  }

  /** Where the consent page goes. */
  public Endpoint consent() {
    return consent;
  }

  /** Where the provider sends people back to. */
  public Endpoint callback() {
    return callback;
  }

  /** Where somebody logs in for a page of this server. */
  public Endpoint visit() {
    return visit;
  }

  /**
   * The subject of who logged in last in a browser.
   *
   * @param headers with its cookies
   */
  public Optional<String> person(List<String> headers) {
    return browsers.person(headers);
  }

  /** Where a client pushes its request beforehand. */
  public Endpoint pushed() {
    return pushed;
  }
}
