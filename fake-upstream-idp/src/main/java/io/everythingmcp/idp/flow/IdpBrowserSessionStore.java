package io.everythingmcp.idp.flow;

import io.everythingmcp.idp.http.IdpRequest;
import io.everythingmcp.idp.state.IdpState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Knows browsers again, by a cookie. */
final class IdpBrowserSessionStore {
  private static final Duration MEMORY = Duration.ofDays(30);
  private static final int MOST = 8;
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final IdpState state;
  private final boolean https;
  private final IdpSecrets secrets = new IdpSecrets();

  /**
   * Browsers.
   *
   * @param https whether they come over https, so that the cookie can be kept to it
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

  /** Remembers a login. */
  void add(IdpBrowserSession browser, UserAuthentication login) {
    List<Map<String, Object>> all =
        Stream.concat(
                Stream.of(login),
                browser.logins().stream()
                    .filter(old -> !old.user().subject().equals(login.user().subject())))
            .limit(MOST)
            .map(UserAuthentication::json)
            .toList();
    state.put(key(browser.secret()), IdpJson.of(all), MEMORY);
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
        + MEMORY.toSeconds()
        + "; HttpOnly; SameSite=Lax"
        + (https ? "; Secure" : "");
  }
}
