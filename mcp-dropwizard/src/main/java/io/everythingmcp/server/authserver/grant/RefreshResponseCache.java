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
 * Answers to refresh tokens that are given again for a few seconds, encrypted, so that a client
 * that sends the same token twice at once keeps its grant. Off where the time is zero.
 */
final class RefreshResponseCache {
  private static final String PURPOSE = "refresh answer ";

  private final KeyValueStore<String> answers;
  private final StoreValueSealer sealer;
  private final Duration life;

  /**
   * Those in a store.
   *
   * @param life how long one is given again; zero for never
   */
  RefreshResponseCache(StateStore store, StoreValueSealer sealer, Duration life) {
    this.answers = store.values("auth:refresh-answer:", String.class);
    this.sealer = sealer;
    this.life = life;
  }

  /**
   * Keeps one before its token is marked as used, so that nobody can miss it.
   *
   * @param asked what the request asked for: another request gets another answer
   */
  void keep(String use, String asked, IssuedTokens answer) {
    if (!life.isZero()) {
      answers.put(
          RandomSecrets.digest(use), sealer.seal(PURPOSE + asked, WireJson.text(answer)), life);
    }
  }

  /** One that is still given again. */
  Optional<IssuedTokens> again(String use, String asked) {
    return answers
        .get(RandomSecrets.digest(use))
        .flatMap(kept -> sealer.open(PURPOSE + asked, kept))
        .map(RefreshResponseCache::read);
  }

  /** Forgets one of which nothing has become. */
  void forget(String use) {
    if (!life.isZero()) {
      answers.remove(RandomSecrets.digest(use));
    }
  }

  private static IssuedTokens read(String text) {
    try {
      return WireJson.MAPPER.readValue(text, IssuedTokens.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer that was written cannot be read", e);
    }
  }
}
