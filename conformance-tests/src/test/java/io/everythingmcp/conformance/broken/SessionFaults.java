package io.everythingmcp.conformance.broken;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Faults of sessions. */
final class SessionFaults {
  private SessionFaults() {}

  static void add(Map<String, ServerFault> all) {
    all.put(
        "lifecycle/initialize-result",
        FaultKinds.result(
            asks("2025-11-25"),
            result -> ((ObjectNode) result.get("serverInfo")).remove("version")));
    all.put("lifecycle/unknown-version", offering("1999-01-01", "1999-01-01"));
    all.put("lifecycle/offered-version", forgetful());
    all.put("lifecycle/newest-version", offering("1999-01-03", "2024-11-05"));
    all.put("lifecycle/session-id-visible", ids(id -> id.substring(0, 4) + " " + id.substring(4)));
    AtomicInteger count = new AtomicInteger(10);
    all.put("lifecycle/session-id-unique", ids(id -> "session-number-" + count.incrementAndGet()));
    all.put(
        "lifecycle/session-id-missing",
        FaultKinds.status(asked -> !asked.has("Mcp-Session-Id") && asked.is("ping"), 400, 404));
    all.put(
        "lifecycle/unknown-session",
        FaultKinds.status(asked -> asked.session().startsWith("00000000-1111"), 404, 400));
    all.put("lifecycle/deleted-session", deleted("POST"));
    all.put("lifecycle/deleted-session-stream", deleted("GET"));
    all.put("lifecycle/deleted-session-delete", deleted("DELETE"));
    all.put("lifecycle/other-session-survives", endsTheOneBefore());
    all.put(
        "lifecycle/notification-accepted",
        FaultKinds.status(asked -> asked.is("notifications/cancelled"), 202, 204));
    all.put(
        "lifecycle/version-header-unsupported",
        FaultKinds.request(
            asked -> asked.header("MCP-Protocol-Version").equals("1999-01-01"),
            asked -> asked.headers.remove("MCP-Protocol-Version")));
    all.put(
        "lifecycle/version-header-absent",
        FaultKinds.instead(
            asked -> asked.is("ping") && !asked.has("MCP-Protocol-Version"),
            400,
            "{'jsonrpc':'2.0','error':{'code':-32000,'message':'no version'}}"));
    all.put(
        "lifecycle/ping", FaultKinds.result(asked -> asked.is("ping"), r -> r.put("pong", true)));
    all.put("lifecycle/session-expires", neverEnding());
  }

  private static Predicate<InterceptedRequest> asks(String version) {
    return asked ->
        asked.is("initialize") && asked.at("/params/protocolVersion").asText().equals(version);
  }

  private static ServerFault offering(String asked, String offered) {
    return FaultKinds.result(asks(asked), result -> result.put("protocolVersion", offered));
  }

  /** Negotiates a version and then rejects it. */
  private static ServerFault forgetful() {
    return FaultKinds.result(
        asks("1999-01-02").or(asks("2025-06-18")),
        result -> {
          boolean asked = result.path("protocolVersion").asText().equals("2025-06-18");
          result.put("protocolVersion", asked ? "2025-11-25" : "2025-06-18");
        });
  }

  /** Replaces the session ids of the server. */
  private static ServerFault ids(UnaryOperator<String> other) {
    Map<String, String> real = new ConcurrentHashMap<>();
    return new ServerFault() {
      @Override
      public void request(InterceptedRequest asked) {
        asked.headers.computeIfPresent("Mcp-Session-Id", (n, id) -> real.getOrDefault(id, id));
      }

      @Override
      public void head(InterceptedRequest asked, ResponseHead head) {
        if (asked.is("initialize") && !head.get("Mcp-Session-Id").isEmpty()) {
          String id = head.get("Mcp-Session-Id");
          String shown = other.apply(id);
          real.put(shown, id);
          head.set("Mcp-Session-Id", shown);
        }
      }
    };
  }

  /** Expires no session. */
  private static ServerFault neverEnding() {
    Set<String> ended = ConcurrentHashMap.newKeySet();
    return new ServerFault() {
      @Override
      public void head(InterceptedRequest asked, ResponseHead head) {
        if (asked.verb.equals("DELETE")) {
          ended.add(asked.session());
        }
        boolean known =
            !asked.session().startsWith("00000000-") && !ended.contains(asked.session());
        if (asked.is("ping") && head.status == 404 && known) {
          head.status = 200;
        }
      }
    };
  }

  /** Responds with 400 to one HTTP method after the end of a session. */
  private static ServerFault deleted(String verb) {
    Set<String> gone = ConcurrentHashMap.newKeySet();
    return new ServerFault() {
      @Override
      public void head(InterceptedRequest asked, ResponseHead head) {
        if (asked.verb.equals(verb) && gone.contains(asked.session()) && head.status == 404) {
          head.status = 400;
        }
        if (asked.verb.equals("DELETE")) {
          gone.add(asked.session());
        }
      }
    };
  }

  /** Also ends the session that was created before the one to be ended. */
  private static ServerFault endsTheOneBefore() {
    List<String> begun = new CopyOnWriteArrayList<>();
    Set<String> gone = ConcurrentHashMap.newKeySet();
    return new ServerFault() {
      @Override
      public Canned instead(InterceptedRequest asked) {
        return gone.contains(asked.session()) ? Canned.json(404, "{}") : null;
      }

      @Override
      public void head(InterceptedRequest asked, ResponseHead head) {
        if (asked.is("initialize")) {
          begun.add(head.get("Mcp-Session-Id"));
        }
        int index = begun.indexOf(asked.session());
        if (asked.verb.equals("DELETE") && index > 0) {
          gone.add(begun.get(index - 1));
        }
      }
    };
  }
}
