package io.everythingmcp.idp.flow;

import io.everythingmcp.idp.http.IdpRequest;
import io.everythingmcp.idp.state.IdpState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Stores logins per browser, identified by a cookie. */
final class IdpBrowserSessionStore {
  private static final Duration LIFETIME = Duration.ofDays(30);
  private static final int MAXIMUM = 8;
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final IdpState state;
  private final boolean https;
  private final IdpSecrets secrets = new IdpSecrets();

  /**
   * Creates a store.
   *
   * @param https whether requests use https, so that the cookie is limited to it
   */
  IdpBrowserSessionStore(IdpState state, boolean https) {
    this.state = state;
    this.https = https;
  }

  IdpBrowserSession of(IdpRequest request) {
    Optional<String> sent = request.cookie(name()).filter(value -> SECRET.matcher(value).matches());
    String secret = sent.orElseGet(secrets::next);
    List<UserAuthentication> logins =
        sent.flatMap(value -> state.get(key(value))).map(this::logins).orElse(List.of());
    return new IdpBrowserSession(secret, sent.isEmpty(), cookie(secret), logins);
  }

  /** Stores a login. */
  void add(IdpBrowserSession browser, UserAuthentication login) {
    List<Map<String, Object>> all =
        Stream.concat(
                Stream.of(login),
                browser.logins().stream()
                    .filter(previous -> !previous.user().subject().equals(login.user().subject())))
            .limit(MAXIMUM)
            .map(UserAuthentication::json)
            .toList();
    state.put(key(browser.secret()), IdpJson.of(all), LIFETIME);
  }

  private List<UserAuthentication> logins(String text) {
    return IdpJson.array(text).stream()
        .map(item -> UserAuthentication.of((Map<?, ?>) item))
        .toList();
  }

  private static String key(String secret) {
    return "browser:" + IdpSecrets.digest(secret);
  }

  private String name() {
    return https ? "__Host-fake-idp" : "fake-idp";
  }

  private String cookie(String secret) {
    return name()
        + "="
        + secret
        + "; Path=/; Max-Age="
        + LIFETIME.toSeconds()
        + "; HttpOnly; SameSite=Lax"
        + (https ? "; Secure" : "");
  }
}
