package io.everythingmcp.conformance.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** A conversation over the transport of 2024-11-05: one stream, and an address for messages. */
public final class HttpSseClient implements AutoCloseable {
  private final RawClient client;
  private final SseStream stream;
  private final URI messages;
  private final AtomicInteger ids = new AtomicInteger();

  private HttpSseClient(RawClient client, SseStream stream, URI messages) {
    this.client = client;
    this.stream = stream;
    this.messages = messages;
  }

  /** Opens the stream and waits for its first event. */
  public static HttpSseClient connect(RawClient client, URI uri) {
    RawClient there = client.at(uri);
    SseStream stream = there.get("").send().events();
    SseEvent first = stream.next();
    if (!"endpoint".equals(first.name())) {
      stream.close();
      throw new AssertionError("The first event must be \"endpoint\": " + first);
    }
    return new HttpSseClient(there, stream, uri.resolve(first.data().strip()));
  }

  /** Where messages are to be posted. */
  public URI messages() {
    return messages;
  }

  public SseStream stream() {
    return stream;
  }

  /** Posts a message as another client; returns the response. */
  public RawResponse post(RawClient by, ObjectNode message) {
    RawResponse response =
        by.at(messages).post("", message).header("Accept", "application/json").send();
    response.text();
    return response;
  }

  /** Posts a request, and waits for its response on the stream. */
  public JsonNode callMethod(String method, String params) {
    int id = ids.incrementAndGet();
    return callMethod(JsonRpcMessages.request(id, method, params));
  }

  /** Posts a request, and waits for its response on the stream. */
  public JsonNode callMethod(ObjectNode request) {
    RawResponse response = post(client, request);
    if (response.status() / 100 != 2) {
      throw new AssertionError("A message was refused: " + response);
    }
    JsonNode id = request.get("id");
    return stream.message(m -> m.path("id").equals(id) && !m.has("method"));
  }

  /** Initializes the session; returns the response to {@code initialize}. */
  public JsonNode initialize() {
    JsonNode reply = callMethod(JsonRpcMessages.initialize(SpecRevision.R2024_11_05.text(), "{}"));
    post(client, JsonRpcMessages.notification("notifications/initialized"));
    return reply;
  }

  @Override
  public void close() {
    stream.close();
  }
}
