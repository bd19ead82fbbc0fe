package io.everythingmcp.server.authserver.token;

import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.wire.WireJson;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells all instances that a grant has ended before its time: by revocation, or because a code or a
 * refresh token was used twice. What is open on its behalf can end then; new requests are refused
 * without this.
 */
public final class EndedGrants {
  private static final String CHANNEL = "mcp:grant-ended";

  private final PubSubChannels signals;

  /** Those of a store. */
  public EndedGrants(StateStore store) {
    signals = store.signals();
  }

  /**
   * A grant that has ended.
   *
   * @param subject who had agreed
   * @param grant its digest, as callers have it
   */
  public record Ended(String subject, String grant) {}

  void tell(String subject, String grant) {
    signals.publish(CHANNEL, WireJson.text(new Ended(subject, grant)));
  }

  /** Is told of each; of nothing in particular where some may have been missed. Must not wait. */
  public PubSubChannels.Subscription listen(Consumer<Optional<Ended>> listener) {
    return signals.subscribe(
        CHANNEL,
        message ->
            listener.accept(
                message.isEmpty()
                    ? Optional.empty()
                    : Optional.of(WireJson.read(message, Ended.class))));
  }
}
