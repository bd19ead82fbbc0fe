package io.everythingmcp.conformance.broken;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** Violation of one rule by a server. The default methods change nothing. */
interface ServerFault {
  /** No fault. */
  ServerFault NONE = new ServerFault() {};

  /** Changes a request before it is forwarded. */
  default void request(InterceptedRequest intercepted) {}

  /** Returns a response instead of that of the server; null if the request is to be forwarded. */
  default Canned instead(InterceptedRequest intercepted) {
    return null;
  }

  /** Changes the status and headers of a response. */
  default void head(InterceptedRequest intercepted, ResponseHead head) {}

  /** Changes a message of a body or a stream; returns null to remove it. */
  default ObjectNode message(InterceptedRequest intercepted, ObjectNode message) {
    return message;
  }

  /** Changes an event of a stream, after its message; returns an empty string to remove it. */
  default String event(InterceptedRequest intercepted, String event) {
    return event;
  }

  /** Called when a stream has been opened. */
  default void opened(InterceptedRequest intercepted, ClientStream line) {}

  /** Returns how long a stream stays open after its end. */
  default Duration linger(InterceptedRequest intercepted) {
    return Duration.ZERO;
  }

  /**
   * Fixed response.
   *
   * @param type the media type
   */
  record Canned(int status, String type, String body) {
    static Canned json(int status, String body) {
      return new Canned(status, "application/json", body.replace('\'', '"'));
    }
  }
}
