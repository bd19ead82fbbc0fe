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
final class Kinds {
  private Kinds() {}

  /** Changes the request before it is forwarded. */
  static Fault request(Predicate<Asked> when, Consumer<Asked> change) {
    return new Fault() {
      @Override
      public void request(Asked asked) {
        if (when.test(asked)) {
          change.accept(asked);
        }
      }
    };
  }

  /** Changes the message of the request before it is forwarded. */
  static Fault message(Predicate<Asked> when, Consumer<ObjectNode> change) {
    return request(when, asked -> asked.change(change));
  }

  /** Responds without forwarding the request. */
  static Fault instead(Predicate<Asked> when, int status, String body) {
    return new Fault() {
      @Override
      public Canned instead(Asked asked) {
        return when.test(asked) ? Canned.json(status, body) : null;
      }
    };
  }

  /** Replaces one status by another. */
  static Fault status(Predicate<Asked> when, int from, int to) {
    return head(
        when,
        head -> {
          if (head.status == from) {
            head.status = to;
          }
        });
  }

  /** Changes status and headers of the response. */
  static Fault head(Predicate<Asked> when, Consumer<Head> change) {
    return new Fault() {
      @Override
      public void head(Asked asked, Head head) {
        if (when.test(asked)) {
          change.accept(head);
        }
      }
    };
  }

  /** Changes each message from the server. */
  static Fault answer(Predicate<Asked> when, UnaryOperator<ObjectNode> change) {
    return new Fault() {
      @Override
      public ObjectNode message(Asked asked, ObjectNode message) {
        return when.test(asked) ? change.apply(message) : message;
      }
    };
  }

  /** Removes the messages that match. */
  static Fault dropped(Predicate<Asked> when, Predicate<ObjectNode> which) {
    return answer(when, message -> which.test(message) ? null : message);
  }

  /** Changes the result. */
  static Fault result(Predicate<Asked> when, Consumer<ObjectNode> change) {
    return answer(
        when,
        message -> {
          if (message.path("result").isObject()) {
            change.accept((ObjectNode) message.get("result"));
          }
          return message;
        });
  }

  /** Changes the code of an error. */
  static Fault code(Predicate<Asked> when, int to) {
    return answer(
        when,
        message -> {
          if (message.path("error").isObject()) {
            ((ObjectNode) message.get("error")).put("code", to);
          }
          return message;
        });
  }

  /** Replaces a result by an error. */
  static Fault error(Predicate<Asked> when) {
    return answer(
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
  static Fault success(Predicate<Asked> when, String result) {
    return new Fault() {
      @Override
      public void head(Asked asked, Head head) {
        if (when.test(asked)) {
          head.status = 200;
        }
      }

      @Override
      public ObjectNode message(Asked asked, ObjectNode message) {
        if (when.test(asked) && (message.has("result") || message.has("error"))) {
          message.remove("error");
          message.set("result", JsonTrees.object(result));
        }
        return message;
      }
    };
  }

  /** Changes events of a stream. */
  static Fault event(Predicate<Asked> when, UnaryOperator<String> change) {
    return new Fault() {
      @Override
      public String event(Asked asked, String event) {
        return when.test(asked) ? change.apply(event) : event;
      }
    };
  }

  /** Copies events of one stream to all other streams of the same kind. */
  static Fault broadcast(Predicate<Asked> streams, Predicate<String> which) {
    Map<Asked, Line> lines = new ConcurrentHashMap<>();
    return new Fault() {
      @Override
      public void opened(Asked asked, Line line) {
        if (streams.test(asked)) {
          lines.put(asked, line);
        }
      }

      @Override
      public String event(Asked asked, String event) {
        if (streams.test(asked) && which.test(event)) {
          lines.forEach(
              (other, line) -> {
                if (other != asked && !written(line, event)) {
                  lines.remove(other);
                }
              });
        }
        return event;
      }
    };
  }

  private static boolean written(Line line, String event) {
    try {
      line.write(event);
      return true;
    } catch (UncheckedIOException gone) {
      return false;
    }
  }
}
