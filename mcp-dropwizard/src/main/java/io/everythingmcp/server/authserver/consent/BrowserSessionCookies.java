package io.everythingmcp.server.authserver.consent;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import io.everythingmcp.server.authserver.upstream.UpstreamUser;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Browser sessions: one cookie before and another one after the login, so that a cookie from before
 * a login is worthless afterwards.
 */
final class BrowserSessionCookies {
  private static final String BROWSER = "everything-browser";
  private static final String LOGIN = "everything-login";
  private static final String SEPARATOR = "\n";
  private static final Duration LIFE = Duration.ofDays(1);

  private final HostCookies cookies;
  private final KeyValueStore<String> logins;
  private final Duration life;

  /**
   * Creates the component.
   *
   * @param https whether this server is reached over https
   * @param life lifetime of a login session
   */
  BrowserSessionCookies(StateStore store, boolean https, Duration life) {
    this.cookies = new HostCookies(https);
    this.logins = store.values("auth:login:", String.class);
    this.life = life;
  }

  /** The secret of a browser that was here before. */
  Optional<String> known(HTTPRequest request) {
    return cookies.get(HostCookies.of(request), BROWSER);
  }

  /** The secret of a browser: the one it has, or a new one. */
  String of(HTTPRequest request) {
    return known(request).orElseGet(RandomSecrets::random);
  }

  /** Sets the session cookie. */
  HTTPResponse keep(String browser, HTTPResponse response) {
    cookies.set(response, BROWSER, browser, LIFE);
    return response;
  }

  /** Returns the subject of the user who last logged in with this browser. */
  Optional<String> person(HTTPRequest request) {
    return person(HostCookies.of(request));
  }

  /**
   * Returns the subject of the user who last logged in with a browser.
   *
   * @param headers its cookie headers
   */
  Optional<String> person(List<String> headers) {
    return login(headers).map(login -> login.split(SEPARATOR, 2)[0]);
  }

  /** Returns the display name of the user who last logged in with this browser; empty if none. */
  String name(HTTPRequest request) {
    String[] login = login(HostCookies.of(request)).orElse("").split(SEPARATOR, 2);
    return login.length < 2 || login[1].isEmpty() ? login[0] : login[1];
  }

  private Optional<String> login(List<String> headers) {
    return cookies.get(headers, LOGIN).flatMap(secret -> logins.get(RandomSecrets.digest(secret)));
  }

  /** Stores the login. */
  HTTPResponse loggedIn(UpstreamUser user, HTTPResponse response) {
    String secret = RandomSecrets.random();
    logins.put(RandomSecrets.digest(secret), user.subject() + SEPARATOR + user.name(), life);
    cookies.set(response, LOGIN, secret, life);
    return response;
  }
}
