package io.everythingmcp.server.authserver.grant;

import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import io.everythingmcp.server.authserver.token.AuthorizationGrantStore;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;
import java.util.Optional;

/**
 * Refresh tokens. Each is valid once and stays in the store after its use: a second use means that
 * the client or an attacker has a stolen token. They cannot be distinguished, so the grant is
 * revoked.
 *
 * <p>A client that sends the same token twice concurrently would lose its grant as well, unless a
 * tolerance of a few seconds is configured in which the same response is repeated. An attacker can
 * use the same time.
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

  /** Finds a token without using it. */
  Optional<RefreshToken> find(String text) {
    return tokens.get(RandomSecrets.digest(text));
  }

  /**
   * Uses a token for a response.
   *
   * @param asked parameters of the request
   * @return the response, or the previous one within the tolerance; empty if the token was used
   *     before, which revokes the grant
   */
  Optional<IssuedTokens> use(String text, String asked, IssuedTokens answer) {
    String by = RandomSecrets.random();
    answers.keep(by, asked, answer);
    Optional<RefreshToken> token = tokens.update(RandomSecrets.digest(text), now -> now.used(by));
    if (token.isPresent() && token.get().use().equals(by)) {
      return Optional.of(answer);
    }
    answers.remove(by);
    answer.refresh().ifPresent(unused -> tokens.remove(RandomSecrets.digest(unused)));
    return token.flatMap(used -> findRetryResponse(used, asked));
  }

  /** Returns the response to a used token; empty after the tolerance, which revokes the grant. */
  Optional<IssuedTokens> findRetryResponse(RefreshToken used, String asked) {
    Optional<IssuedTokens> answer = answers.find(used.use(), asked);
    if (answer.isEmpty()) {
      installations.revokeForReuse(used.installation(), "refresh_token");
    }
    return answer;
  }
}
