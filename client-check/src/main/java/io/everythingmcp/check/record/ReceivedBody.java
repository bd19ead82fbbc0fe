package io.everythingmcp.check.record;

import java.io.ByteArrayOutputStream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * Reads the body of a request before anything is done with it, without holding a thread. A body
 * that is too long is not read to its end: the handler that is given the request reads the rest.
 */
final class ReceivedBody {
  private final Request request;
  private final int most;
  private final Done done;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Listener of the end. */
  interface Done {
    /**
     * It is there.
     *
     * @param bytes as far as it was read
     * @param complete whether that is all of it
     */
    void read(byte[] bytes, boolean complete);

    /** The client has ended the connection before the end of the body. */
    void cut(byte[] bytes, Throwable failure);
  }

  ReceivedBody(Request request, int most, Done done) {
    this.request = request;
    this.most = most;
    this.done = done;
  }

  void read() {
    while (true) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this::read);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        done.cut(bytes.toByteArray(), chunk.getFailure());
        return;
      }
      byte[] part = new byte[chunk.remaining()];
      chunk.getByteBuffer().get(part);
      bytes.writeBytes(part);
      boolean last = chunk.isLast();
      chunk.release();
      if (last || bytes.size() >= most) {
        done.read(bytes.toByteArray(), last);
        return;
      }
    }
  }
}
