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

/** Endpoints of the authorization flow. */
public final class AuthorizationFlowEndpoints {
  private final OAuthEndpoint authorize;
  private final OAuthEndpoint consent;
  private final OAuthEndpoint callback;
  private final PageLoginEndpoint pageLogin;
  private final BrowserSessionCookies browsers;
  private final PushedAuthorizationEndpoint pushed;

  /**
   * Creates the endpoints.
   *
   * @param issuer issuer URL
   * @param lifetimes lifetimes
   * @param codes store of authorization codes
   * @param most maximum number of pending requests, and of pushed ones
   */
  public AuthorizationFlowEndpoints(
      StateStore store,
      String issuer,
      CredentialLifetimes lifetimes,
      Parts parts,
      AuthorizationCodeStore codes,
      int most,
      Clock clock) {
    PendingAuthorizationStore pending =
        new PendingAuthorizationStore(store, lifetimes.pending(), most);
    browsers = new BrowserSessionCookies(store, issuer.startsWith("https:"), lifetimes.login());
    AuthorizationResponses responses = new AuthorizationResponses(issuer);
    ConsentStore consents = parts.consents();
    AuthorizationRequestRules rules =
        new AuthorizationRequestRules(parts.resources(), parts.scopes());
    ConsentPages pages =
        new ConsentPages(
            parts.pages(), pending, browsers, parts.clients(), parts.upstream(), parts.scopes());
    AuthorizationFlow flow =
        new AuthorizationFlow(parts.upstream(), pending, consents, codes, pages, responses, clock);
    pushed = new PushedAuthorizationEndpoint(parts.authenticator(), rules, store, most);
    authorize =
        new AuthorizationEndpoint(
            parts.clients(),
            pushed,
            rules,
            flow,
            browsers,
            new AuthorizeErrors(responses, consents, browsers));
    consent = new ConsentEndpoint(pending, browsers, flow, responses);
    pageLogin = new PageLoginEndpoint(issuer, parts.upstream(), pending, browsers);
    callback =
        new CallbackEndpoint(
            parts.upstream(), pending, browsers, parts.sealer(), flow, pageLogin, parts.access());
  }

  /**
   * Components from other packages.
   *
   * @param clients all clients
   * @param authenticator client authentication
   * @param resources supported resources
   * @param scopes supported scopes
   * @param upstream identity provider
   * @param access access rules of users
   * @param consents stored consents
   * @param sealer encrypts the provider's tokens
   * @param pages pages for users
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

  /** Returns the authorization endpoint. */
  public OAuthEndpoint authorize() {
    return authorize;
  }

  /** Returns the endpoint of the consent form. */
  public OAuthEndpoint consent() {
    return consent;
  }

  /** Returns the redirect endpoint for the identity provider. */
  public OAuthEndpoint callback() {
    return callback;
  }

  /** Returns the endpoint that logs a user in for a page of this server. */
  public OAuthEndpoint pageLogin() {
    return pageLogin;
  }

  /**
   * Returns the subject of the user who last logged in with a browser.
   *
   * @param headers its cookie headers
   */
  public Optional<String> person(List<String> headers) {
    return browsers.person(headers);
  }

  /** Returns the endpoint for pushed authorization requests. */
  public OAuthEndpoint pushed() {
    return pushed;
  }
}
