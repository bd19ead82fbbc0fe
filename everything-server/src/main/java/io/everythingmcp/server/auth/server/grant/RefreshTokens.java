package io.everythingmcp.server.auth.server.grant;

import io.everythingmcp.server.auth.server.endpoint.Secrets;
import io.everythingmcp.server.auth.server.token.Installations;
import io.everythingmcp.server.store.KeyedValues;
import io.everythingmcp.server.store.Store;
import java.time.Duration;
import java.util.Optional;

/**
 * Refresh tokens. Each is good once, and is remembered after that: who comes with it again has
 * stolen it, or has been stolen from. Nobody can tell which, so the grant ends for both.
 *
 * <p>A client that sends the same token twice at once loses its grant as well. An allowance of a
 * few seconds would spare it that, and give a thief the same seconds.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2">RFC 9700, section 4.14.2</a>
 */
final class RefreshTokens {
  private final KeyedValues<RefreshToken> tokens;
  private final Installations installations;
  private final Duration life;

  RefreshTokens(Store store, Installations installations, Duration life) {
    this.tokens = store.values("auth:refresh:", RefreshToken.class);
    this.installations = installations;
    this.life = life;
  }

  String issue(String installation, String clientId) {
    String token = Secrets.random();
    tokens.put(Secrets.digest(token), new RefreshToken(installation, clientId, ""), life);
    return token;
  }

  /** Looks at one without using it. */
  Optional<RefreshToken> find(String text) {
    return tokens.get(Secrets.digest(text));
  }

  /** Uses one; empty when there is none or it was used before, which ends the grant. */
  Optional<RefreshToken> use(String text) {
    String by = Secrets.random();
    Optional<RefreshToken> token = tokens.update(Secrets.digest(text), now -> now.used(by));
    if (token.isPresent() && !token.get().use().equals(by)) {
      installations.end(token.get().installation());
      return Optional.empty();
    }
    return token;
  }
}
