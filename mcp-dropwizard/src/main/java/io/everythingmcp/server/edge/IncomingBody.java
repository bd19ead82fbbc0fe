package io.everythingmcp.server.edge;

import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Received part of a body. Not thread-safe. */
final class IncomingBody {
  private static final int FIRST = 1_024;

  private final Request request;
  private final int limit;
  private final boolean kept;
  private byte[] bytes;
  private int length;
  private BodyRules.Place slot;

  /**
   * Creates an empty body.
   *
   * @param limit maximum number of bytes
   * @param kept whether they are stored, or only counted
   */
  IncomingBody(Request request, int limit, boolean kept) {
    this.request = request;
    this.limit = limit;
    this.kept = kept;
    this.bytes = new byte[0];
  }

  static BodyOutcome tooLong(int limit) {
    return new BodyOutcome.Incomplete(
        413, "The body is larger than " + limit + " bytes (edge.maxRequestSize)");
  }

  static BodyOutcome tooSlow() {
    return new BodyOutcome.Incomplete(
        408, "Request timeout: body not received in time (edge.bodyTime, edge.bodyRate)");
  }

  static BodyOutcome tooMany() {
    return new BodyOutcome.Incomplete(
        503, "Limit of incomplete bodies reached (edge.maxSlowBodies, edge.maxSlowBytes)");
  }

  boolean kept() {
    return kept;
  }

  Request request() {
    return request;
  }

  int length() {
    return length;
  }

  /** Reserves the received bytes, and the remaining ones while the body is pending. */
  boolean reserve(BodyRules.Place taken) {
    slot = taken;
    return slot.hold(kept ? length : 0);
  }

  /** Reads the available bytes; returns null if more are expected. */
  BodyOutcome read() {
    while (true) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        return null;
      }
      if (Content.Chunk.isFailure(chunk)) {
        return failed(chunk.getFailure());
      }
      BodyOutcome problem;
      try {
        problem = add(chunk);
      } finally {
        chunk.release();
      }
      if (problem != null) {
        return problem;
      }
      if (chunk.isLast()) {
        return new BodyOutcome.Whole(
            bytes.length == length || !kept ? bytes : Arrays.copyOf(bytes, length));
      }
    }
  }

  private BodyOutcome add(Content.Chunk chunk) {
    int more = chunk.remaining();
    if (more > limit - length) {
      return tooLong(limit);
    }
    if (kept && more > 0) {
      if (slot != null && !slot.hold(more)) {
        return tooMany();
      }
      ensureCapacity(more, chunk.isLast());
      chunk.getByteBuffer().get(bytes, length, more);
    }
    length += more;
    return null;
  }

  private void ensureCapacity(int more, boolean last) {
    int needed = length + more;
    if (needed > bytes.length) {
      long announced = request.getLength();
      boolean whole = last || announced == needed;
      int spare = Math.max(2 * bytes.length, Math.min(FIRST, limit));
      bytes = Arrays.copyOf(bytes, whole ? needed : Math.max(needed, spare));
    }
  }

  private static BodyOutcome failed(Throwable problem) {
    if (problem instanceof TimeoutException) {
      return tooSlow();
    }
    if (problem instanceof HttpException http) {
      return new BodyOutcome.Incomplete(http.getCode(), String.valueOf(http.getReason()));
    }
    return new BodyOutcome.Incomplete(400, "the body ended before it was complete");
  }
}
