package io.everythingmcp.server.auth.server.consent;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.auth.server.client.Client;
import io.everythingmcp.server.auth.server.endpoint.Refusal;
import io.everythingmcp.server.auth.server.endpoint.Replies;
import io.everythingmcp.server.auth.server.endpoint.Secrets;
import io.everythingmcp.server.auth.server.grant.Codes;
import io.everythingmcp.server.auth.server.token.Installation;
import io.everythingmcp.server.auth.server.upstream.LoginFailed;
import io.everythingmcp.server.auth.server.upstream.Upstream;
import io.everythingmcp.server.auth.server.upstream.UpstreamLogin;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a person from the request of a client to its answer: agree, log in, go back. Nobody is
 * sent to the provider before somebody has agreed here, and nobody gets a code for what they have
 * not agreed to themselves.
 */
final class Steps {
  private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

  private final Upstream upstream;
  private final PendingRequests pending;
  private final Consents consents;
  private final Codes codes;
  private final ConsentPages pages;
  private final Answers answers;
  private final Clock clock;

  Steps(
      Upstream upstream,
      PendingRequests pending,
      Consents consents,
      Codes codes,
      ConsentPages pages,
      Answers answers,
      Clock clock) {
    this.upstream = upstream;
    this.pending = pending;
    this.consents = consents;
    this.codes = codes;
    this.pages = pages;
    this.answers = answers;
    this.clock = clock;
  }

  /** Asks for consent, unless the person whom the browser knows has given it before. */
  HTTPResponse begin(HTTPRequest request, Client client, Ask ask, Browsers browsers) {
    boolean before =
        browsers.person(request).filter(person -> consents.cover(person, ask)).isPresent();
    if (!before) {
      return pages.before(request, client, ask);
    }
    String browser = browsers.of(request);
    return browsers.keep(browser, login(browser, ask, false));
  }

  /** Sends a person to log in. */
  HTTPResponse login(String browser, Ask ask, boolean agreed) {
    UpstreamLogin login = UpstreamLogin.begin();
    try {
      HTTPResponse away = Replies.seeOther(upstream.begin(login));
      pending.add(login.state(), Pending.login(ask, Secrets.digest(browser), agreed, login));
      return away;
    } catch (LoginFailed failed) {
      return failed(ask, failed);
    }
  }

  /** Goes on with a person who has logged in. */
  HTTPResponse loggedIn(String browser, boolean agreed, Ask ask, Pending.Person person)
      throws Refusal {
    if (!agreed && !consents.cover(person.subject(), ask)) {
      return pages.after(browser, person, ask);
    }
    return done(ask, person);
  }

  /** Gives the client its code. */
  HTTPResponse done(Ask ask, Pending.Person person) {
    String consent = consents.remember(person.subject(), ask);
    Installation installation =
        new Installation(
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

  /** Tells the client that nobody logged in. */
  HTTPResponse failed(Ask ask, LoginFailed failed) {
    LOG.info("A login failed: {}", failed.getMessage());
    return answers.error(ask, failed.error());
  }
}
