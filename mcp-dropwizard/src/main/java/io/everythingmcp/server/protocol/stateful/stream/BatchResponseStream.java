package io.everythingmcp.server.protocol.stateful.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.store.StoreUnavailableException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Response stream of a batch on a shared channel: the responses are sent together as one array
 * after the last one is complete (JSON-RPC 2.0, section 6). Other messages are sent immediately.
 */
public final class BatchResponseStream implements ResponseStream {
  private final ResponseStream channel;
  private final List<byte[]> responses = new ArrayList<>();
  private int remaining;

  /**
   * Creates the stream.
   *
   * @param channel destination of the array
   * @param requests number of responses
   */
  public BatchResponseStream(ResponseStream channel, int requests) {
    this.channel = channel;
    this.remaining = requests;
  }

  /** Messages as one array. */
  static byte[] array(List<byte[]> messages) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    char separator = '[';
    for (byte[] message : messages) {
      out.write(separator);
      out.writeBytes(message);
      separator = ',';
    }
    out.write(']');
    return out.toByteArray();
  }

  @Override
  public void send(String message) {
    channel.send(message);
  }

  @Override
  public synchronized void sendResponse(JsonNode request, byte[] message) {
    responses.add(message);
    try {
      onResponseEnded();
    } catch (StoreUnavailableException e) {
      // The response will be passed again.
      responses.remove(responses.size() - 1);
      remaining++;
      throw e;
    }
  }

  @Override
  public synchronized void closeWithoutResponse(JsonNode request) {
    onResponseEnded();
  }

  private void onResponseEnded() {
    remaining--;
    if (remaining == 0 && !responses.isEmpty()) {
      channel.sendResponse(null, array(responses));
    }
  }

  @Override
  public void end() {
    channel.end();
  }

  @Override
  public void closeConnection() {
    channel.closeConnection();
  }

  @Override
  public boolean connected() {
    return channel.connected();
  }

  @Override
  public String stream() {
    return channel.stream();
  }
}
