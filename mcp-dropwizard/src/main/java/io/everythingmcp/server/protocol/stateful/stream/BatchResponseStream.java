package io.everythingmcp.server.protocol.stateful.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.store.StoreUnavailableException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The line of a batch where all messages share one channel: the answers go out together, as one
 * array, when the last one is there (JSON-RPC 2.0, section 6). What is said before them goes out at
 * once.
 */
public final class BatchResponseStream implements ResponseStream {
  private final ResponseStream channel;
  private final List<byte[]> answers = new ArrayList<>();
  private int missing;

  /**
   * A line.
   *
   * @param channel where the array goes
   * @param requests how many answers there will be
   */
  public BatchResponseStream(ResponseStream channel, int requests) {
    this.channel = channel;
    this.missing = requests;
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
    answers.add(message);
    try {
      ended();
    } catch (StoreUnavailableException e) {
      // It will be given again.
      answers.remove(answers.size() - 1);
      missing++;
      throw e;
    }
  }

  @Override
  public synchronized void closeWithoutResponse(JsonNode request) {
    ended();
  }

  private void ended() {
    missing--;
    if (missing == 0 && !answers.isEmpty()) {
      channel.sendResponse(null, array(answers));
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
