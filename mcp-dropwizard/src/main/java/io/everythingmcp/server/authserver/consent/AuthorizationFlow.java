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
  private final AuthorizationResponses answers;
  private final Clock clock;

  AuthorizationFlow(
      UpstreamIdentityProvider upstream,
      PendingAuthorizationStore pending,
      ConsentStore consents,
      AuthorizationCodeStore codes,
      ConsentPages pages,
      AuthorizationResponses answers,
      Clock clock) {
    this.upstream = upstream;
    this.pending = pending;
    this.consents = consents;
    this.codes = codes;
    this.pages = pages;
    this.answers = answers;
    this.clock = clock;
  }

  /** Shows the consent page, unless the logged-in user has consented before. */
  HTTPResponse begin(
      HTTPRequest request,
      OAuthClient client,
      ValidatedAuthorizationRequest ask,
      BrowserSessionCookies browsers) {
    boolean before =
        browsers.person(request).filter(person -> consents.cover(person, ask)).isPresent();
    if (!before) {
      return pages.before(request, client, ask);
    }
    String browser = browsers.of(request);
    return browsers.keep(browser, login(browser, ask, false));
  }

  /** Redirects the user to the identity provider. */
  HTTPResponse login(String browser, ValidatedAuthorizationRequest ask, boolean agreed) {
    UpstreamLogin login = UpstreamLogin.begin();
    try {
      HTTPResponse away = OAuthResponses.seeOther(upstream.begin(login));
      pending.add(
          login.state(),
          PendingAuthorization.login(ask, RandomSecrets.digest(browser), agreed, login));
      return away;
    } catch (UpstreamLoginException failed) {
      return failed(ask, failed);
    }
  }

  /** Continues after the login. */
  HTTPResponse loggedIn(
      String browser,
      boolean agreed,
      ValidatedAuthorizationRequest ask,
      PendingAuthorization.Person person)
      throws OAuthException {
    if (!agreed && !consents.cover(person.subject(), ask)) {
      return pages.after(browser, person, ask);
    }
    return done(ask, person);
  }

  /** Redirects to the client with an authorization code. */
  HTTPResponse done(ValidatedAuthorizationRequest ask, PendingAuthorization.Person person) {
    String consent = consents.store(person.subject(), ask);
    AuthorizationGrant installation =
        new AuthorizationGrant(
            ask.clientId(),
            person.subject(),
            person.name(),
            ask.scopes(),
            ask.resources(),
            clock.instant(),
            consent,
            person.upstream(),
            List.of());
    return answers.code(ask, codes.issue(installation, ask.redirectUri(), ask.challenge()));
  }

  /** Redirects to the client with the error of a failed login. */
  HTTPResponse failed(ValidatedAuthorizationRequest ask, UpstreamLoginException failed) {
    LOG.info("A login failed: {}", failed.getMessage());
    return answers.error(ask, failed.error());
  }
}
