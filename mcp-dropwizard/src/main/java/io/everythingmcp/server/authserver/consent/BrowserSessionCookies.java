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
 * Tells browsers apart, and remembers who logged in last in each. The two are two cookies: what a
 * browser has before a login must be worth nothing after it.
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
   * Browsers.
   *
   * @param https whether they reach this server over https
   * @param life how long a login is remembered
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

  /** Lets a browser keep its secret. */
  HTTPResponse keep(String browser, HTTPResponse response) {
    cookies.set(response, BROWSER, browser, LIFE);
    return response;
  }

  /** The subject of who logged in last in this browser. */
  Optional<String> person(HTTPRequest request) {
    return person(HostCookies.of(request));
  }

  /**
   * The subject of who logged in last in a browser.
   *
   * @param headers with its cookies
   */
  Optional<String> person(List<String> headers) {
    return login(headers).map(login -> login.split(SEPARATOR, 2)[0]);
  }

  /** What the person is called who logged in last in this browser; empty for nobody. */
  String name(HTTPRequest request) {
    String[] login = login(HostCookies.of(request)).orElse("").split(SEPARATOR, 2);
    return login.length < 2 || login[1].isEmpty() ? login[0] : login[1];
  }

  private Optional<String> login(List<String> headers) {
    return cookies.get(headers, LOGIN).flatMap(secret -> logins.get(RandomSecrets.digest(secret)));
  }

  /** Remembers who has logged in. */
  HTTPResponse loggedIn(UpstreamUser user, HTTPResponse response) {
    String secret = RandomSecrets.random();
    logins.put(RandomSecrets.digest(secret), user.subject() + SEPARATOR + user.name(), life);
    cookies.set(response, LOGIN, secret, life);
    return response;
  }
}
