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
            requestsVersion("2025-11-25"),
            result -> ((ObjectNode) result.get("serverInfo")).remove("version")));
    all.put("lifecycle/unknown-version", offering("1999-01-01", "1999-01-01"));
    all.put("lifecycle/negotiated-version", rejectingNegotiatedVersion());
    all.put("lifecycle/latest-version", offering("1999-01-03", "2024-11-05"));
    all.put("lifecycle/session-id-visible", ids(id -> id.substring(0, 4) + " " + id.substring(4)));
    AtomicInteger count = new AtomicInteger(10);
    all.put("lifecycle/session-id-unique", ids(id -> "session-number-" + count.incrementAndGet()));
    all.put(
        "lifecycle/session-id-missing",
        FaultKinds.status(
            intercepted -> !intercepted.has("Mcp-Session-Id") && intercepted.is("ping"), 400, 404));
    all.put(
        "lifecycle/unknown-session",
        FaultKinds.status(
            intercepted -> intercepted.session().startsWith("00000000-1111"), 404, 400));
    all.put("lifecycle/deleted-session", deleted("POST"));
    all.put("lifecycle/deleted-session-stream", deleted("GET"));
    all.put("lifecycle/deleted-session-delete", deleted("DELETE"));
    all.put("lifecycle/other-session-unaffected", endsTheOneBefore());
    all.put(
        "lifecycle/notification-accepted",
        FaultKinds.status(intercepted -> intercepted.is("notifications/cancelled"), 202, 204));
    all.put(
        "lifecycle/version-header-unsupported",
        FaultKinds.request(
            intercepted -> intercepted.header("MCP-Protocol-Version").equals("1999-01-01"),
            intercepted -> intercepted.headers.remove("MCP-Protocol-Version")));
    all.put(
        "lifecycle/version-header-absent",
        FaultKinds.instead(
            intercepted -> intercepted.is("ping") && !intercepted.has("MCP-Protocol-Version"),
            400,
            "{'jsonrpc':'2.0','error':{'code':-32000,'message':'no version'}}"));
    all.put(
        "lifecycle/ping-result",
        FaultKinds.result(intercepted -> intercepted.is("ping"), r -> r.put("pong", true)));
    all.put("lifecycle/session-expires", neverEnding());
  }

  private static Predicate<InterceptedRequest> requestsVersion(String version) {
    return intercepted ->
        intercepted.is("initialize")
            && intercepted.at("/params/protocolVersion").asText().equals(version);
  }

  private static ServerFault offering(String intercepted, String offered) {
    return FaultKinds.result(
        requestsVersion(intercepted), result -> result.put("protocolVersion", offered));
  }

  /** Negotiates a version and then rejects it. */
  private static ServerFault rejectingNegotiatedVersion() {
    return FaultKinds.result(
        requestsVersion("1999-01-02").or(requestsVersion("2025-06-18")),
        result -> {
          boolean intercepted = result.path("protocolVersion").asText().equals("2025-06-18");
          result.put("protocolVersion", intercepted ? "2025-11-25" : "2025-06-18");
        });
  }

  /** Replaces the session ids of the server. */
  private static ServerFault ids(UnaryOperator<String> other) {
    Map<String, String> real = new ConcurrentHashMap<>();
    return new ServerFault() {
      @Override
      public void request(InterceptedRequest intercepted) {
        intercepted.headers.computeIfPresent(
            "Mcp-Session-Id", (n, id) -> real.getOrDefault(id, id));
      }

      @Override
      public void head(InterceptedRequest intercepted, ResponseHead head) {
        if (intercepted.is("initialize") && !head.get("Mcp-Session-Id").isEmpty()) {
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
      public void head(InterceptedRequest intercepted, ResponseHead head) {
        if (intercepted.verb.equals("DELETE")) {
          ended.add(intercepted.session());
        }
        boolean known =
            !intercepted.session().startsWith("00000000-")
                && !ended.contains(intercepted.session());
        if (intercepted.is("ping") && head.status == 404 && known) {
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
      public void head(InterceptedRequest intercepted, ResponseHead head) {
        if (intercepted.verb.equals(verb)
            && gone.contains(intercepted.session())
            && head.status == 404) {
          head.status = 400;
        }
        if (intercepted.verb.equals("DELETE")) {
          gone.add(intercepted.session());
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
      public Canned instead(InterceptedRequest intercepted) {
        return gone.contains(intercepted.session()) ? Canned.json(404, "{}") : null;
      }

      @Override
      public void head(InterceptedRequest intercepted, ResponseHead head) {
        if (intercepted.is("initialize")) {
          begun.add(head.get("Mcp-Session-Id"));
        }
        int index = begun.indexOf(intercepted.session());
        if (intercepted.verb.equals("DELETE") && index > 0) {
          gone.add(begun.get(index - 1));
        }
      }
    };
  }
}
