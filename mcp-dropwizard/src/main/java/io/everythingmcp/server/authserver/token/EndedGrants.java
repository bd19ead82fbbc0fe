package io.everythingmcp.server.authserver.token;

import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.wire.WireJson;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Publishes to all instances that a grant was revoked: by revocation, or because a code or a
 * refresh token was used twice. Open streams of the grant are then closed; new requests are
 * rejected independently of this.
 */
public final class EndedGrants {
  private static final String CHANNEL = "mcp:grant-ended";

  private final PubSubChannels signals;

  /** Creates the notifications of a store. */
  public EndedGrants(StateStore store) {
    signals = store.signals();
  }

  /**
   * A revoked grant.
   *
   * @param subject the user
   * @param grant its digest, as in the caller's identity
   */
  public record Ended(String subject, String grant) {}

  void publish(String subject, String grant) {
    signals.publish(CHANNEL, WireJson.text(new Ended(subject, grant)));
  }

  /**
   * Subscribes to revoked grants; an empty value means that events may have been missed. The
   * listener must not block.
   */
  public PubSubChannels.Subscription subscribe(Consumer<Optional<Ended>> listener) {
    return signals.subscribe(
        CHANNEL,
        message ->
            listener.accept(
                message.isEmpty()
                    ? Optional.empty()
                    : Optional.of(WireJson.read(message, Ended.class))));
  }
}
