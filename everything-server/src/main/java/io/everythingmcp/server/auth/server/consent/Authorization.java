package io.everythingmcp.server.auth.server.consent;

import io.everythingmcp.server.auth.server.client.ClientAuthenticator;
import io.everythingmcp.server.auth.server.client.Clients;
import io.everythingmcp.server.auth.server.endpoint.Endpoint;
import io.everythingmcp.server.auth.server.endpoint.Lifetimes;
import io.everythingmcp.server.auth.server.endpoint.Pages;
import io.everythingmcp.server.auth.server.endpoint.Resources;
import io.everythingmcp.server.auth.server.endpoint.Secrets;
import io.everythingmcp.server.auth.server.grant.Codes;
import io.everythingmcp.server.auth.server.token.Sealer;
import io.everythingmcp.server.auth.server.upstream.Upstream;
import io.everythingmcp.server.store.KeyedValues;
import io.everythingmcp.server.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The endpoints that a person passes, put together. */
public final class Authorization {
  private final Endpoint authorize;
  private final Endpoint consent;
  private final Endpoint callback;
  private final Endpoint visit;
  private final Browsers browsers;
  private final PushedRequests pushed;
  private final ConsentPages pages;
  private final KeyedValues<Pending> waiting;

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
    AskRules rules = new AskRules(parts.resources());
    pages = new ConsentPages(parts.pages(), pending, browsers, parts.clients(), parts.upstream());
    Steps steps =
        new Steps(
            parts.upstream(),
            pending,
            new Consents(store, lives.consent()),
            codes,
            pages,
            answers,
            clock);
    pushed = new PushedRequests(parts.authenticator(), rules, store);
    authorize = new AuthorizeEndpoint(parts.clients(), pushed, rules, steps, browsers, answers);
    consent = new ConsentEndpoint(pending, browsers, steps, answers);
    VisitEndpoint visits = new VisitEndpoint(issuer, parts.upstream(), pending, browsers);
    visit = visits;
    callback =
        new CallbackEndpoint(parts.upstream(), pending, browsers, parts.sealer(), steps, visits);
    waiting = store.values("auth:pending:", Pending.class);
  }

  /**
   * What comes from elsewhere.
   *
   * @param clients who may ask
   * @param authenticator how clients show who they are
   * @param resources what may be asked for
   * @param upstream where people log in
   * @param sealer keeps the provider's tokens
   * @param pages shows people something
   */
  public record Parts(
      Clients clients,
      ClientAuthenticator authenticator,
      Resources resources,
      Upstream upstream,
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

  /**
   * Where a browser may come by after the login page of the provider, as sources of {@code
   * form-action}; for a provider that is in the same process.
   *
   * @param state of the login, as the provider was given it
   */
  public Set<String> formTargets(Optional<String> state) {
    return state
        .flatMap(text -> waiting.get(Secrets.digest(text)))
        .filter(pending -> pending.ask() != null)
        .map(pending -> pages.formTargets(pending.ask().redirectUri()))
        .orElse(Set.of());
  }
}
