package io.everythingmcp.server.transport.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.ee10.servlet.HttpOutput;
import org.eclipse.jetty.util.Callback;

/**
 * What is written without waiting for the client. It goes past the container's buffer, which would
 * keep one for every stream, and most are idle; unless somebody has put an output of their own in
 * between.
 */
final class DirectOutput {
  private final ServletOutputStream out;
  private boolean flushed;

  /**
   * An output.
   *
   * @param head whether the head of the answer shall go at once
   */
  DirectOutput(ServletOutputStream out, boolean head) {
    this.out = out;
    this.flushed = !head;
  }

  /** Whether it takes a body as a whole. */
  boolean takesWhole() {
    return out instanceof HttpOutput;
  }

  /** Sends a body, when it can be written. */
  void whole(byte[] body, Runnable over) {
    ((HttpOutput) out).sendContent(ByteBuffer.wrap(body), Callback.from(over));
  }

  /** Lets somebody write piece by piece, whenever something can be written. */
  void listen(WriteListener writer) {
    out.setWriteListener(writer);
  }

  /** Whether something can be written. */
  boolean ready() {
    return out.isReady();
  }

  void write(byte[] bytes) throws IOException {
    if (out instanceof HttpOutput direct) {
      direct.write(ByteBuffer.wrap(bytes));
    } else {
      out.write(bytes);
      flushed = false;
    }
  }

  /** Lets go what is held back; false if nothing is. */
  boolean flush() throws IOException {
    if (flushed) {
      return false;
    }
    flushed = true;
    out.flush();
    return true;
  }
}
