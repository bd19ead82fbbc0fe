package io.everythingmcp.server.edge;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/**
 * Reads bodies. Available bytes are read immediately; no thread waits for the rest: the request
 * becomes asynchronous, and continues when the body is complete or its timeout has passed.
 */
public final class RequestBody {
  /** Maximum number of bytes that are discarded from the body of a rejected request. */
  private static final int UNSEEN = 64 * 1_024;

  private RequestBody() {}

  /** Continuation of a request after its body. */
  @FunctionalInterface
  public interface Then {
    /**
     * Processes the request.
     *
     * @param request replaces the original request
     * @param body the body
     */
    void handle(HttpServletRequest request, BodyOutcome body) throws IOException, ServletException;
  }

  /** Response that does not need the body. */
  @FunctionalInterface
  public interface EarlyResponse {
    /** Sends the response. */
    void write() throws IOException;
  }

  /**
   * Reads a body.
   *
   * @param limit maximum number of bytes
   * @param then receives the body, now or later
   */
  public static void read(
      HttpServletRequest request, HttpServletResponse response, int limit, Then then)
      throws IOException, ServletException {
    BodyOutcome received = readReceived(request, response, limit, then);
    if (received != null) {
      then.handle(request, received);
    }
  }

  /**
   * Reads a body that has been received; otherwise waits for it without a thread.
   *
   * @param limit maximum number of bytes
   * @param later receives the body if it has not been received yet
   * @return the body; null if it is passed to {@code later}
   */
  public static BodyOutcome readReceived(
      HttpServletRequest request, HttpServletResponse response, int limit, Then later)
      throws IOException, ServletException {
    if (request.getContentLengthLong() > limit) {
      BodyOutcome tooLong = IncomingBody.tooLong(limit);
      drop(request, response, limit, () -> forward(later, request, tooLong));
      return null;
    }
    return readReceived(request, response, new IncomingBody(core(request), limit, true), later);
  }

  /**
   * Responds to a request that is rejected for its headers. A client that is still sending does not
   * read a response, and its connection can be reused only after the request has been read: so a
   * small part of the body is discarded first, unless the client expects 100-continue.
   */
  public static void drop(
      HttpServletRequest request, HttpServletResponse response, EarlyResponse early)
      throws IOException {
    drop(request, response, UNSEEN, early);
  }

  /** As above, for a client that may send more. */
  public static void drop(
      HttpServletRequest request, HttpServletResponse response, int most, EarlyResponse early)
      throws IOException {
    if (!hasBody(request)) {
      early.write();
    } else if (request.getHeader("Expect") != null) {
      response.setHeader("Connection", "close");
      early.write();
    } else {
      Then then =
          (again, body) -> {
            if (body instanceof BodyOutcome.Incomplete incomplete && incomplete.status() == 400) {
              // The remaining bytes may not be a request, regardless of other errors.
              response.sendError(incomplete.status());
            } else {
              early.write();
            }
          };
      try {
        IncomingBody body = new IncomingBody(core(request), most, false);
        BodyOutcome received = readReceived(request, response, body, then);
        if (received != null) {
          then.handle(request, received);
        }
      } catch (ServletException e) {
        throw new IOException(e);
      }
    }
  }

  private static BodyOutcome readReceived(
      HttpServletRequest request, HttpServletResponse response, IncomingBody body, Then later)
      throws IOException, ServletException {
    BodyOutcome outcome = body.read();
    if (outcome == null) {
      new PendingRequestBody(request, response, body, later).start();
    } else if (outcome instanceof BodyOutcome.Incomplete) {
      response.setHeader("Connection", "close");
    }
    return outcome;
  }

  private static void forward(Then then, HttpServletRequest request, BodyOutcome outcome)
      throws IOException {
    try {
      then.handle(request, outcome);
    } catch (ServletException e) {
      throw new IOException(e);
    }
  }

  /** Returns whether a request has a body according to its headers. */
  static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  private static Request core(HttpServletRequest request) {
    return ServletContextRequest.getServletContextRequest(request);
  }
}
