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
  private final AuthorizationGrantStore grants;
  private final RefreshResponseCache responses;
  private final Duration life;

  RefreshTokenStore(
      StateStore store,
      AuthorizationGrantStore grants,
      RefreshResponseCache responses,
      Duration life) {
    this.tokens = store.values("auth:refresh:", RefreshToken.class);
    this.grants = grants;
    this.responses = responses;
    this.life = life;
  }

  String issue(String grantId, String clientId) {
    String token = RandomSecrets.random();
    tokens.put(RandomSecrets.digest(token), new RefreshToken(grantId, clientId, ""), life);
    return token;
  }

  /** Finds a token without using it. */
  Optional<RefreshToken> find(String text) {
    return tokens.get(RandomSecrets.digest(text));
  }

  /**
   * Uses a token for a response.
   *
   * @param parameters parameters of the request
   * @return the response, or the previous one within the tolerance; empty if the token was used
   *     before, which revokes the grant
   */
  Optional<IssuedTokens> use(String text, String parameters, IssuedTokens issued) {
    String by = RandomSecrets.random();
    responses.keep(by, parameters, issued);
    Optional<RefreshToken> token = tokens.update(RandomSecrets.digest(text), now -> now.used(by));
    if (token.isPresent() && token.get().use().equals(by)) {
      return Optional.of(issued);
    }
    responses.remove(by);
    issued.refresh().ifPresent(unused -> tokens.remove(RandomSecrets.digest(unused)));
    return token.flatMap(used -> findRetryResponse(used, parameters));
  }

  /** Returns the response to a used token; empty after the tolerance, which revokes the grant. */
  Optional<IssuedTokens> findRetryResponse(RefreshToken used, String parameters) {
    Optional<IssuedTokens> issued = responses.find(used.use(), parameters);
    if (issued.isEmpty()) {
      grants.revokeForReuse(used.grantId(), "refresh_token");
    }
    return issued;
  }
}
