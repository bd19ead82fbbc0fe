package io.everythingmcp.conformance.broken;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonTrees;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Kinds of faults. */
final class FaultKinds {
  private FaultKinds() {}

  /** Changes the request before it is forwarded. */
  static ServerFault request(
      Predicate<InterceptedRequest> when, Consumer<InterceptedRequest> change) {
    return new ServerFault() {
      @Override
      public void request(InterceptedRequest intercepted) {
        if (when.test(intercepted)) {
          change.accept(intercepted);
        }
      }
    };
  }

  /** Changes the message of the request before it is forwarded. */
  static ServerFault message(Predicate<InterceptedRequest> when, Consumer<ObjectNode> change) {
    return request(when, intercepted -> intercepted.change(change));
  }

  /** Responds without forwarding the request. */
  static ServerFault instead(Predicate<InterceptedRequest> when, int status, String body) {
    return new ServerFault() {
      @Override
      public Canned instead(InterceptedRequest intercepted) {
        return when.test(intercepted) ? Canned.json(status, body) : null;
      }
    };
  }

  /** Replaces one status by another. */
  static ServerFault status(Predicate<InterceptedRequest> when, int from, int to) {
    return head(
        when,
        head -> {
          if (head.status == from) {
            head.status = to;
          }
        });
  }

  /** Changes status and headers of the response. */
  static ServerFault head(Predicate<InterceptedRequest> when, Consumer<ResponseHead> change) {
    return new ServerFault() {
      @Override
      public void head(InterceptedRequest intercepted, ResponseHead head) {
        if (when.test(intercepted)) {
          change.accept(head);
        }
      }
    };
  }

  /** Changes each message from the server. */
  static ServerFault response(
      Predicate<InterceptedRequest> when, UnaryOperator<ObjectNode> change) {
    return new ServerFault() {
      @Override
      public ObjectNode message(InterceptedRequest intercepted, ObjectNode message) {
        return when.test(intercepted) ? change.apply(message) : message;
      }
    };
  }

  /** Removes the messages that match. */
  static ServerFault dropped(Predicate<InterceptedRequest> when, Predicate<ObjectNode> which) {
    return response(when, message -> which.test(message) ? null : message);
  }

  /** Changes the result. */
  static ServerFault result(Predicate<InterceptedRequest> when, Consumer<ObjectNode> change) {
    return response(
        when,
        message -> {
          if (message.path("result").isObject()) {
            change.accept((ObjectNode) message.get("result"));
          }
          return message;
        });
  }

  /** Changes the code of an error. */
  static ServerFault code(Predicate<InterceptedRequest> when, int to) {
    return response(
        when,
        message -> {
          if (message.path("error").isObject()) {
            ((ObjectNode) message.get("error")).put("code", to);
          }
          return message;
        });
  }

  /** Replaces a result by an error. */
  static ServerFault error(Predicate<InterceptedRequest> when) {
    return response(
        when,
        message -> {
          if (message.has("result")) {
            message.remove("result");
            message.set("error", JsonTrees.object("{'code':-32603,'message':'broken'}"));
          }
          return message;
        });
  }

  /** Replaces each response by a result. */
  static ServerFault success(Predicate<InterceptedRequest> when, String result) {
    return new ServerFault() {
      @Override
      public void head(InterceptedRequest intercepted, ResponseHead head) {
        if (when.test(intercepted)) {
          head.status = 200;
        }
      }

      @Override
      public ObjectNode message(InterceptedRequest intercepted, ObjectNode message) {
        if (when.test(intercepted) && (message.has("result") || message.has("error"))) {
          message.remove("error");
          message.set("result", JsonTrees.object(result));
        }
        return message;
      }
    };
  }

  /** Changes events of a stream. */
  static ServerFault event(Predicate<InterceptedRequest> when, UnaryOperator<String> change) {
    return new ServerFault() {
      @Override
      public String event(InterceptedRequest intercepted, String event) {
        return when.test(intercepted) ? change.apply(event) : event;
      }
    };
  }

  /** Copies events of one stream to all other streams of the same kind. */
  static ServerFault broadcast(Predicate<InterceptedRequest> streams, Predicate<String> which) {
    Map<InterceptedRequest, ClientStream> lines = new ConcurrentHashMap<>();
    return new ServerFault() {
      @Override
      public void opened(InterceptedRequest intercepted, ClientStream line) {
        if (streams.test(intercepted)) {
          lines.put(intercepted, line);
        }
      }

      @Override
      public String event(InterceptedRequest intercepted, String event) {
        if (streams.test(intercepted) && which.test(event)) {
          lines.forEach(
              (other, line) -> {
                if (other != intercepted && !written(line, event)) {
                  lines.remove(other);
                }
              });
        }
        return event;
      }
    };
  }

  private static boolean written(ClientStream line, String event) {
    try {
      line.write(event);
      return true;
    } catch (UncheckedIOException gone) {
      return false;
    }
  }
}
