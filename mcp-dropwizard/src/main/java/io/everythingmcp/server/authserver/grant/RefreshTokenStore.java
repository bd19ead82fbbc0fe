package io.everythingmcp.server.authserver.grant;

import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import io.everythingmcp.server.authserver.token.AuthorizationGrantStore;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;
import java.util.Optional;

/**
 * Refresh tokens. Each is good once, and is remembered after that: who comes with it again has
 * stolen it, or has been stolen from. Nobody can tell which, so the grant ends for both.
 *
 * <p>A client that sends the same token twice at once would lose its grant as well, unless an
 * allowance of a few seconds is configured in which the same answer is given again. That gives a
 * thief the same seconds.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2">RFC 9700, section 4.14.2</a>
 */
final class RefreshTokenStore {
  private final KeyValueStore<RefreshToken> tokens;
  private final AuthorizationGrantStore installations;
  private final RefreshResponseCache answers;
  private final Duration life;

  RefreshTokenStore(
      StateStore store,
      AuthorizationGrantStore installations,
      RefreshResponseCache answers,
      Duration life) {
    this.tokens = store.values("auth:refresh:", RefreshToken.class);
    this.installations = installations;
    this.answers = answers;
    this.life = life;
  }

  String issue(String installation, String clientId) {
    String token = RandomSecrets.random();
    tokens.put(RandomSecrets.digest(token), new RefreshToken(installation, clientId, ""), life);
    return token;
  }

  /** Looks at one without using it. */
  Optional<RefreshToken> find(String text) {
    return tokens.get(RandomSecrets.digest(text));
  }

  /**
   * Uses one for an answer.
   *
   * @param asked what the request asked for
   * @return the answer, or the one that was given before and still counts; empty where the token
   *     was used before that, which ends the grant
   */
  Optional<IssuedTokens> use(String text, String asked, IssuedTokens answer) {
    String by = RandomSecrets.random();
    answers.keep(by, asked, answer);
    Optional<RefreshToken> token = tokens.update(RandomSecrets.digest(text), now -> now.used(by));
    if (token.isPresent() && token.get().use().equals(by)) {
      return Optional.of(answer);
    }
    answers.forget(by);
    answer.refresh().ifPresent(unused -> tokens.remove(RandomSecrets.digest(unused)));
    return token.flatMap(used -> again(used, asked));
  }

  /** The answer to one that was used; empty where it counts no more, which ends the grant. */
  Optional<IssuedTokens> again(RefreshToken used, String asked) {
    Optional<IssuedTokens> answer = answers.again(used.use(), asked);
    if (answer.isEmpty()) {
      installations.endForReuse(used.installation(), "refresh_token");
    }
    return answer;
  }
}
