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
 * <p>A client that sends the same token twice at once would lose its grant as well, unless an
 * allowance of a few seconds is configured in which the same answer is given again. That gives a
 * thief the same seconds.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2">RFC 9700, section 4.14.2</a>
 */
final class RefreshTokens {
  private final KeyedValues<RefreshToken> tokens;
  private final Installations installations;
  private final RefreshAnswers answers;
  private final Duration life;

  RefreshTokens(Store store, Installations installations, RefreshAnswers answers, Duration life) {
    this.tokens = store.values("auth:refresh:", RefreshToken.class);
    this.installations = installations;
    this.answers = answers;
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

  /**
   * Uses one for an answer.
   *
   * @param asked what the request asked for
   * @return the answer, or the one that was given before and still counts; empty where the token
   *     was used before that, which ends the grant
   */
  Optional<Tokens> use(String text, String asked, Tokens answer) {
    String by = Secrets.random();
    answers.keep(by, asked, answer);
    Optional<RefreshToken> token = tokens.update(Secrets.digest(text), now -> now.used(by));
    if (token.isPresent() && token.get().use().equals(by)) {
      return Optional.of(answer);
    }
    answers.forget(by);
    answer.refresh().ifPresent(unused -> tokens.remove(Secrets.digest(unused)));
    return token.flatMap(used -> again(used, asked));
  }

  /** The answer to one that was used; empty where it counts no more, which ends the grant. */
  Optional<Tokens> again(RefreshToken used, String asked) {
    Optional<Tokens> answer = answers.again(used.use(), asked);
    if (answer.isEmpty()) {
      installations.endForReuse(used.installation(), "refresh_token");
    }
    return answer;
  }
}
