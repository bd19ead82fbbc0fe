package io.everythingmcp.conformance.broken;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** What is wrong with a server. Whatever is not overridden is as it should be. */
interface Fault {
  /** Nothing. */
  Fault NONE = new Fault() {};

  /** Changes a request on its way to the server. */
  default void request(Asked asked) {}

  /** A response without asking the server; null to ask it. */
  default Canned instead(Asked asked) {
    return null;
  }

  /** Changes the head of a response. */
  default void head(Asked asked, Head head) {}

  /** Changes a message, from a body or from a stream; null takes it away. */
  default ObjectNode message(Asked asked, ObjectNode message) {
    return message;
  }

  /** Changes an event of a stream, after its message; empty takes it away. */
  default String event(Asked asked, String event) {
    return event;
  }

  /** A stream was opened. */
  default void opened(Asked asked, Line line) {}

  /** How long a stream stays open after its end. */
  default Duration linger(Asked asked) {
    return Duration.ZERO;
  }

  /**
   * A response that somebody thought up.
   *
   * @param type the media type
   */
  record Canned(int status, String type, String body) {
    static Canned json(int status, String body) {
      return new Canned(status, "application/json", body.replace('\'', '"'));
    }
  }
}
