package io.everythingmcp.server.authserver.grant;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import io.everythingmcp.server.authserver.token.StoreValueSealer;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.wire.WireJson;
import java.time.Duration;
import java.util.Optional;

/**
 * Cache of responses to refresh tokens, which are repeated for a few seconds, encrypted, so that a
 * client that sends the same token twice concurrently keeps its grant. Disabled if the time is
 * zero.
 */
final class RefreshResponseCache {
  private static final String PURPOSE = "refresh answer ";

  private final KeyValueStore<String> responses;
  private final StoreValueSealer sealer;
  private final Duration life;

  /**
   * Creates the cache.
   *
   * @param life time in which a response is repeated; zero for never
   */
  RefreshResponseCache(StateStore store, StoreValueSealer sealer, Duration life) {
    this.responses = store.values("auth:refresh-answer:", String.class);
    this.sealer = sealer;
    this.life = life;
  }

  /**
   * Stores a response before its token is marked as used, so that a concurrent request finds it.
   *
   * @param parameters parameters of the request: a different request gets a different response
   */
  void keep(String use, String parameters, IssuedTokens response) {
    if (!life.isZero()) {
      responses.put(
          RandomSecrets.digest(use),
          sealer.seal(PURPOSE + parameters, WireJson.text(response)),
          life);
    }
  }

  /** Returns a stored response. */
  Optional<IssuedTokens> find(String use, String parameters) {
    return responses
        .get(RandomSecrets.digest(use))
        .flatMap(kept -> sealer.open(PURPOSE + parameters, kept))
        .map(RefreshResponseCache::read);
  }

  /** Removes a response that was not used. */
  void remove(String use) {
    if (!life.isZero()) {
      responses.remove(RandomSecrets.digest(use));
    }
  }

  private static IssuedTokens read(String text) {
    try {
      return WireJson.MAPPER.readValue(text, IssuedTokens.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored response cannot be read", e);
    }
  }
}
