package io.everythingmcp.server.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.wire.WireJson;
import java.util.function.Consumer;

/** Messages about a session between instances, on the channel {@code mcp:control:<id>}. */
public final class SessionControlChannel {
  private final PubSubChannels channels;

  SessionControlChannel(PubSubChannels channels) {
    this.channels = channels;
  }

  /** Publishes a message to all instances that have subscribed to this session. */
  public void publish(String session, JsonNode message) {
    channels.publish(name(session), WireJson.text(message));
  }

  /**
   * Subscribes to the control messages of a session.
   *
   * @param listener receives each message; an empty one means that messages may have been lost
   */
  public PubSubChannels.Subscription subscribe(String session, Consumer<String> listener) {
    return channels.subscribe(name(session), listener);
  }

  private static String name(String session) {
    return "mcp:control:" + session;
  }
}
