package io.everythingmcp.server.protocol;

import java.util.Optional;
import java.util.function.Function;

/** Observes all messages of an endpoint, in both directions and for all transports. */
public interface MessageTraffic {
  /**
   * Observes an incoming message and what is sent in response.
   *
   * @return the exchange to use for the response
   */
  ResponseExchange observe(IncomingMessage inbound, ResponseExchange exchange);

  /**
   * Connects a channel for all messages and observes what is sent on it. The parameters and the
   * result are those of {@link ProtocolEra#openChannel}.
   */
  Optional<String> openChannel(
      ProtocolEra era,
      String owner,
      ResponseExchange exchange,
      Function<String, ServerSentEvent> first);
}
