package io.everythingmcp.server.observation.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.protocol.MessageTraffic;
import io.everythingmcp.server.protocol.ProtocolEra;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.ServerSentEvent;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.TextTruncation;
import io.everythingmcp.server.wire.WireJson;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** A line for each message in and out of one server. */
public final class TrafficLog implements MessageTraffic {
  /** Name of the logger, for separate routing. */
  static final String LOGGER = "io.everythingmcp.traffic";

  private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
  private static final String[] TARGETS = {"name", "uri", "taskId"};
  private static final int SHOWN = 8;
  private static final int LONGEST = 80;

  private final TrafficRedaction redaction;
  private final RequestNames requests = new RequestNames();
  private final String server;

  /**
   * Creates the log of a server.
   *
   * @param server label of the server in this process, such as {@code tenant=acme}; empty for the
   *     default server
   * @param maxLength maximum length of a logged message, in characters
   */
  public TrafficLog(String server, int maxLength) {
    this.server = server;
    this.redaction = new TrafficRedaction(maxLength);
  }

  @Override
  public ResponseExchange observe(IncomingMessage inbound, ResponseExchange exchange) {
    RpcMessage message = inbound.message();
    log(
        () -> {
          if (message == null) {
            line("in", inbound.httpMethod().name(), inbound.session(), null, "").log();
          } else {
            received(inbound.session(), message);
          }
        });
    boolean http = inbound.channel() != IncomingMessage.Channel.STDIO;
    return http || message.requiresResponse()
        ? new TrafficExchange(exchange, this, message, http, inbound.session())
        : exchange;
  }

  @Override
  public Optional<String> openChannel(
      ProtocolEra era,
      String owner,
      ResponseExchange exchange,
      Function<String, ServerSentEvent> first) {
    TrafficExchange channel = new TrafficExchange(exchange, this, null, true, null);
    return era.openChannel(
        owner,
        channel,
        session -> {
          channel.began(session);
          return first.apply(session);
        });
  }

  /** A message that cannot be logged is processed nevertheless. */
  private static void log(Runnable lines) {
    try {
      lines.run();
    } catch (RuntimeException e) {
      LOG.warn("A message could not be logged", e);
    }
  }

  private void received(String session, RpcMessage message) {
    if (message instanceof RpcMessage.Batch batch) {
      batch.messages().forEach(each -> received(session, each));
    } else if (message instanceof RpcMessage.Invalid invalid) {
      String why = TrafficRedaction.clean(invalid.error().message());
      line("in", "invalid message", session, invalid.id(), why).log();
    } else {
      one("in", "", session, null, tree(message));
    }
  }

  private static JsonNode tree(RpcMessage message) {
    if (message instanceof RpcMessage.Request request) {
      ObjectNode tree = WireJson.object().put("jsonrpc", "2.0");
      tree.set("id", request.id());
      return tree.put("method", request.method()).set("params", request.params());
    }
    if (message instanceof RpcMessage.Notification notification) {
      return RpcMessage.notification(notification.method(), notification.params());
    }
    RpcMessage.Response response = (RpcMessage.Response) message;
    ObjectNode tree = WireJson.object().put("jsonrpc", "2.0");
    tree.set("id", response.id());
    return response.failed()
        ? tree.set("error", response.error())
        : tree.set("result", response.result());
  }

  /**
   * Logs what is sent.
   *
   * @param kind the HTTP status, {@code line} over stdio, or {@code event} on a stream
   * @param session may be null
   * @param origin the message that it responds to; null if there is none
   * @param json a message or a batch; empty if there is none
   */
  void sent(String kind, String session, RpcMessage origin, String json) {
    log(() -> logSent(kind, session, origin, json));
  }

  private void logSent(String kind, String session, RpcMessage origin, String json) {
    JsonNode tree = json.isEmpty() ? null : WireJson.read(json, JsonNode.class);
    if (tree == null) {
      line("out", kind, session, null, "").log();
    } else if (tree.isArray()) {
      tree.forEach(each -> one("out", kind, session, origin, each));
    } else {
      one("out", kind, session, origin, tree);
    }
  }

  private void one(
      String direction, String kind, String session, RpcMessage origin, JsonNode message) {
    JsonNode id = message.get("id");
    boolean incoming = direction.equals("in");
    String name;
    if (message.has("method")) {
      name = name(message);
      if (id != null) {
        requests.put(session, incoming, id, name);
      }
    } else {
      String requested = id == null ? null : requested(session, !incoming, origin, id);
      name =
          (message.has("error") ? "error" : "result") + (requested == null ? "" : " " + requested);
    }
    line(direction, kind.isEmpty() ? name : kind + " " + name, session, id, redaction.text(message))
        .addKeyValue("call", name)
        .log();
  }

  private String requested(String session, boolean incoming, RpcMessage origin, JsonNode id) {
    String kept = requests.take(session, incoming, id);
    if (origin instanceof RpcMessage.Request request && request.id().equals(id)) {
      return name(tree(request));
    }
    if (origin instanceof RpcMessage.Batch batch) {
      return batch.messages().stream()
          .map(each -> requested(session, incoming, each, id))
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(kept);
    }
    return kept;
  }

  private static String name(JsonNode message) {
    String method = shown(message.path("method").asText());
    for (String target : TARGETS) {
      JsonNode value = message.path("params").path(target);
      if (value.isTextual()) {
        return method + " " + shown(value.asText());
      }
    }
    return method;
  }

  private LoggingEventBuilder line(
      String direction, String what, String session, JsonNode id, String message) {
    StringBuilder text = new StringBuilder(direction).append(' ').append(what);
    LoggingEventBuilder line = LOG.atInfo().addKeyValue("direction", direction);
    if (id != null) {
      String number = shown(id.toString());
      text.append(" id=").append(number);
      line = line.addKeyValue("requestId", number);
    }
    if (session != null) {
      String first = TextTruncation.beginning(shown(session), SHOWN);
      text.append(" session=").append(first);
      line = line.addKeyValue("session", first);
    }
    if (!server.isEmpty()) {
      text.append(' ').append(server);
      line = line.addKeyValue("server", server);
    }
    if (!message.isEmpty()) {
      text.append(' ').append(message);
    }
    return line.setMessage("{}").addArgument(text.toString());
  }

  private static String shown(String text) {
    return TextTruncation.shortened(TrafficRedaction.clean(text), LONGEST);
  }
}
