package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.ServerSentEvent;
import io.everythingmcp.server.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Response stream of one request. */
class RecordedDelivery implements ResponseExchange {
  private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
  private final CompletableFuture<JsonNode> answer = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile Map<String, String> headers = Map.of();
  private volatile Listener listener = new Listener() {};

  @Override
  public void reply(int status, Map<String, String> more, byte[] json) {
    headers = more;
    if (json != null) {
      onMessage(WireJson.read(new String(json, StandardCharsets.UTF_8), JsonNode.class));
    }
    ended.complete(null);
  }

  @Override
  public void openStream(Map<String, String> more) {}

  @Override
  public boolean send(ServerSentEvent event) {
    if (!event.data().isEmpty()) {
      onMessage(WireJson.read(event.data(), JsonNode.class));
    }
    return true;
  }

  private void onMessage(JsonNode message) {
    messages.add(message);
    if (message.has("result") || message.has("error")) {
      onResponse(message);
      answer.complete(message);
    }
  }

  /** Called when a response has arrived, before the server processes it. */
  void onResponse(JsonNode message) {}

  @Override
  public void close() {
    ended.complete(null);
    listener.onClosed();
  }

  @Override
  public boolean isClosed() {
    return ended.isDone();
  }

  @Override
  public void setListener(Listener next) {
    listener = next;
  }

  /** Waits for the response. */
  JsonNode await() {
    return get(answer);
  }

  /** Waits for the end of the exchange. */
  void awaitEnd() {
    get(ended);
  }

  private <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(30, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("The message was not sent; so far: " + messages, e);
    }
  }

  Map<String, String> headers() {
    return headers;
  }

  List<JsonNode> messages() {
    return messages;
  }
}
