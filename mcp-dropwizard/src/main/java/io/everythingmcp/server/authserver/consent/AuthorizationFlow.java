package io.everythingmcp.server.authserver.consent;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.authserver.client.OAuthClient;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.OAuthResponses;
import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import io.everythingmcp.server.authserver.grant.AuthorizationCodeStore;
import io.everythingmcp.server.authserver.token.AuthorizationGrant;
import io.everythingmcp.server.authserver.upstream.UpstreamIdentityProvider;
import io.everythingmcp.server.authserver.upstream.UpstreamLogin;
import io.everythingmcp.server.authserver.upstream.UpstreamLoginException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Authorization flow of a user from the request of a client to its response: consent, login,
 * redirect. The user is redirected to the identity provider only after consent, and receives a code
 * only for scopes that the user approved.
 */
final class AuthorizationFlow {
  private static final Logger LOG = LoggerFactory.getLogger(AuthorizationFlow.class);

  private final UpstreamIdentityProvider upstream;
  private final PendingAuthorizationStore pending;
  private final ConsentStore consents;
  private final AuthorizationCodeStore codes;
  private final ConsentPages pages;
  private final AuthorizationResponses responses;
  private final Clock clock;

  AuthorizationFlow(
      UpstreamIdentityProvider upstream,
      PendingAuthorizationStore pending,
      ConsentStore consents,
      AuthorizationCodeStore codes,
      ConsentPages pages,
      AuthorizationResponses responses,
      Clock clock) {
    this.upstream = upstream;
    this.pending = pending;
    this.consents = consents;
    this.codes = codes;
    this.pages = pages;
    this.responses = responses;
    this.clock = clock;
  }

  /** Shows the consent page, unless the logged-in user has consented before. */
  HTTPResponse begin(
      HTTPRequest request,
      OAuthClient client,
      ValidatedAuthorizationRequest authorization,
      BrowserSessionCookies browsers)
      throws OAuthException {
    boolean before =
        browsers
            .person(request)
            .filter(person -> consents.cover(person, authorization))
            .isPresent();
    if (!before) {
      return pages.before(request, client, authorization);
    }
    String browser = browsers.of(request);
    return browsers.keep(browser, login(request, browser, authorization, false));
  }

  /**
   * Redirects the user to the identity provider.
   *
   * @throws OAuthException when there are too many pending requests of the address
   */
  HTTPResponse login(
      HTTPRequest request,
      String browser,
      ValidatedAuthorizationRequest authorization,
      boolean consented)
      throws OAuthException {
    UpstreamLogin login = UpstreamLogin.begin();
    try {
      HTTPResponse redirect = OAuthResponses.seeOther(upstream.begin(login));
      pending.add(
          login.state(),
          PendingAuthorization.login(
              authorization, RandomSecrets.digest(browser), consented, login),
          request.getClientIPAddress());
      return redirect;
    } catch (UpstreamLoginException failed) {
      return failed(authorization, failed);
    }
  }

  /** Continues after the login. */
  HTTPResponse loggedIn(
      HTTPRequest request,
      String browser,
      boolean consented,
      ValidatedAuthorizationRequest authorization,
      PendingAuthorization.Person person)
      throws OAuthException {
    if (!consented && !consents.cover(person.subject(), authorization)) {
      return pages.after(request, browser, person, authorization);
    }
    return done(authorization, person);
  }

  /** Redirects to the client with an authorization code. */
  HTTPResponse done(
      ValidatedAuthorizationRequest authorization, PendingAuthorization.Person person) {
    String consent = consents.store(person.subject(), authorization);
    AuthorizationGrant grant =
        new AuthorizationGrant(
            authorization.clientId(),
            person.subject(),
            person.name(),
            authorization.scopes(),
            authorization.resources(),
            clock.instant(),
            consent,
            person.upstream(),
            List.of());
    return responses.code(
        authorization, codes.issue(grant, authorization.redirectUri(), authorization.challenge()));
  }

  /** Redirects to the client with the error of a failed login. */
  HTTPResponse failed(ValidatedAuthorizationRequest authorization, UpstreamLoginException failed) {
    LOG.info("A login failed: {}", failed.getMessage());
    return responses.error(authorization, failed.error());
  }
}
