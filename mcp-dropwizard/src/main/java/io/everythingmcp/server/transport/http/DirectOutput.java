package io.everythingmcp.server.transport.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.ee10.servlet.HttpOutput;
import org.eclipse.jetty.util.Callback;

/**
 * Output without waiting for the client. Bypasses the buffer of the container, which would be
 * allocated for every stream although most are idle; unless a filter has wrapped the output.
 */
final class DirectOutput {
  private final ServletOutputStream out;
  private final boolean head;
  private boolean flushed;

  /**
   * An output.
   *
   * @param head whether the head of the response is sent at once
   */
  DirectOutput(ServletOutputStream out, boolean head) {
    this.out = out;
    this.head = head;
    this.flushed = !head;
  }

  /** Writes a body that fits into the container's buffer; null for none. */
  static void writeImmediately(HttpServletResponse response, byte[] body) {
    if (body != null) {
      try {
        response.getOutputStream().write(body);
      } catch (IOException e) {
        // The client has disconnected; the container detects it too.
      }
    }
  }

  /**
   * Starts writing: a single body as a whole, everything else in parts whenever the connection is
   * writable.
   *
   * @param over is run after a single body has been written
   */
  void start(WriteListener writer, Queue<byte[]> queue, Runnable over) {
    if (!head && out instanceof HttpOutput direct) {
      direct.sendContent(ByteBuffer.wrap(queue.remove()), Callback.from(over));
    } else {
      out.setWriteListener(writer);
    }
  }

  /**
   * Writes as much as possible without waiting.
   *
   * @param open whether the request is still open
   * @return true if the queue is empty
   */
  boolean writeFrom(Queue<byte[]> queue, BooleanSupplier open) throws IOException {
    while (open.getAsBoolean() && out.isReady()) {
      byte[] next = queue.poll();
      if (next != null) {
        write(next);
      } else if (!flush()) {
        return true;
      }
    }
    return false;
  }

  private void write(byte[] bytes) throws IOException {
    if (out instanceof HttpOutput direct) {
      direct.write(ByteBuffer.wrap(bytes));
    } else {
      out.write(bytes);
      flushed = false;
    }
  }

  /** Flushes buffered bytes; returns false if there are none. */
  private boolean flush() throws IOException {
    if (flushed) {
      return false;
    }
    flushed = true;
    out.flush();
    return true;
  }
}
