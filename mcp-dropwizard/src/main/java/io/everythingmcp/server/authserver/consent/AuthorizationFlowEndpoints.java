package io.everythingmcp.server.authserver.consent;

import io.everythingmcp.server.authserver.access.AccessRule;
import io.everythingmcp.server.authserver.client.ClientAuthenticator;
import io.everythingmcp.server.authserver.client.CompositeClientSource;
import io.everythingmcp.server.authserver.endpoint.AuthorizationPages;
import io.everythingmcp.server.authserver.endpoint.CredentialLifetimes;
import io.everythingmcp.server.authserver.endpoint.OAuthEndpoint;
import io.everythingmcp.server.authserver.endpoint.ResourceIndicators;
import io.everythingmcp.server.authserver.endpoint.ScopeRule;
import io.everythingmcp.server.authserver.grant.AuthorizationCodeStore;
import io.everythingmcp.server.authserver.token.StoreValueSealer;
import io.everythingmcp.server.authserver.upstream.UpstreamIdentityProvider;
import io.everythingmcp.server.store.StateStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The endpoints that a person passes, put together. */
public final class AuthorizationFlowEndpoints {
  private final OAuthEndpoint authorize;
  private final OAuthEndpoint consent;
  private final OAuthEndpoint callback;
  private final OAuthEndpoint visit;
  private final BrowserSessionCookies browsers;
  private final PushedAuthorizationEndpoint pushed;

  /**
   * What the endpoints share.
   *
   * @param issuer who answers
   * @param lives how long things wait and are remembered
   * @param codes what a person's consent becomes
   */
  public AuthorizationFlowEndpoints(
      StateStore store,
      String issuer,
      CredentialLifetimes lives,
      Parts parts,
      AuthorizationCodeStore codes,
      Clock clock) {
    PendingAuthorizationStore pending = new PendingAuthorizationStore(store, lives.pending());
    browsers = new BrowserSessionCookies(store, issuer.startsWith("https:"), lives.login());
    AuthorizationResponses answers = new AuthorizationResponses(issuer);
    ConsentStore consents = parts.consents();
    AuthorizationRequestRules rules =
        new AuthorizationRequestRules(parts.resources(), parts.scopes());
    ConsentPages pages =
        new ConsentPages(
            parts.pages(), pending, browsers, parts.clients(), parts.upstream(), parts.scopes());
    AuthorizationFlow steps =
        new AuthorizationFlow(parts.upstream(), pending, consents, codes, pages, answers, clock);
    pushed = new PushedAuthorizationEndpoint(parts.authenticator(), rules, store);
    authorize =
        new AuthorizationEndpoint(
            parts.clients(),
            pushed,
            rules,
            steps,
            browsers,
            new AuthorizeErrors(answers, consents, browsers, parts.pages()));
    consent = new ConsentEndpoint(pending, browsers, steps, answers);
    PageLoginEndpoint visits = new PageLoginEndpoint(issuer, parts.upstream(), pending, browsers);
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
      CompositeClientSource clients,
      ClientAuthenticator authenticator,
      ResourceIndicators resources,
      ScopeRule scopes,
      UpstreamIdentityProvider upstream,
      AccessRule access,
      ConsentStore consents,
      StoreValueSealer sealer,
      AuthorizationPages pages) {}

  /** Where a client sends a person. */
  public OAuthEndpoint authorize() {
    return authorize;
  }

  /** Where the consent page goes. */
  public OAuthEndpoint consent() {
    return consent;
  }

  /** Where the provider sends people back to. */
  public OAuthEndpoint callback() {
    return callback;
  }

  /** Where somebody logs in for a page of this server. */
  public OAuthEndpoint visit() {
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
  public OAuthEndpoint pushed() {
    return pushed;
  }
}
