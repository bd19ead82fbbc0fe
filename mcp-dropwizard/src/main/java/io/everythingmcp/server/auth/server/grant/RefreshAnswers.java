package io.everythingmcp.server.auth.server.grant;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.everythingmcp.server.auth.server.endpoint.Secrets;
import io.everythingmcp.server.auth.server.token.Sealer;
import io.everythingmcp.server.store.KeyedValues;
import io.everythingmcp.server.store.Store;
import io.everythingmcp.server.wire.Json;
import java.time.Duration;
import java.util.Optional;

/**
 * Answers to refresh tokens that are given again for a few seconds, encrypted, so that a client
 * that sends the same token twice at once keeps its grant. Off where the time is zero.
 */
final class RefreshAnswers {
  private static final String PURPOSE = "refresh answer ";

  private final KeyedValues<String> answers;
  private final Sealer sealer;
  private final Duration life;

  /**
   * Those in a store.
   *
   * @param life how long one is given again; zero for never
   */
  RefreshAnswers(Store store, Sealer sealer, Duration life) {
    this.answers = store.values("auth:refresh-answer:", String.class);
    this.sealer = sealer;
    this.life = life;
  }

  /**
   * Keeps one before its token is marked as used, so that nobody can miss it.
   *
   * @param asked what the request asked for: another request gets another answer
   */
  void keep(String use, String asked, Tokens answer) {
    if (!life.isZero()) {
      answers.put(Secrets.digest(use), sealer.seal(PURPOSE + asked, Json.text(answer)), life);
    }
  }

  /** One that is still given again. */
  Optional<Tokens> again(String use, String asked) {
    return answers
        .get(Secrets.digest(use))
        .flatMap(kept -> sealer.open(PURPOSE + asked, kept))
        .map(RefreshAnswers::read);
  }

  /** Forgets one of which nothing has become. */
  void forget(String use) {
    if (!life.isZero()) {
      answers.remove(Secrets.digest(use));
    }
  }

  private static Tokens read(String text) {
    try {
      return Json.MAPPER.readValue(text, Tokens.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer that was written cannot be read", e);
    }
  }
}
