package io.everythingmcp.server.protocol;

import io.everythingmcp.server.wire.RpcMessage;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Valid and invalid messages of both eras, by the names of the tables. */
final class EraMessages {
  static final String MODERN =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{}}";
  static final String UNKNOWN = MODERN.replace("2026-07-28", "2099-01-01");
  static final String OLD = MODERN.replace("2026-07-28", "2025-11-25");

  /** Messages by the names of the tables. */
  static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("claim", request("tools/list", MODERN)),
          Map.entry("claim-initialize", request("initialize", MODERN)),
          Map.entry("claim-unknown", request("tools/list", UNKNOWN)),
          Map.entry("claim-old", request("tools/list", OLD)),
          Map.entry(
              "claim-number", request("tools/list", MODERN.replace("\"2026-07-28\"", "20260728"))),
          Map.entry("claim-null", request("tools/list", MODERN.replace("\"2026-07-28\"", "null"))),
          Map.entry(
              "claim-without-capabilities",
              request("tools/list", MODERN.replace("clientCapabilities", "other"))),
          Map.entry("claim-capabilities-array", request("tools/list", MODERN.replace("{}", "[]"))),
          Map.entry(
              "claim-unknown-without-capabilities",
              request("tools/list", UNKNOWN.replace("clientCapabilities", "other"))),
          Map.entry("plain", request("tools/list", "\"cursor\":\"x\"")),
          Map.entry("initialize", request("initialize", "\"protocolVersion\":\"2025-11-25\"")),
          Map.entry("discover", request("server/discover", "")),
          Map.entry("listen", request("subscriptions/listen", "")),
          Map.entry(
              "notification", "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}"),
          Map.entry("response", "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}"),
          Map.entry("batch", "[" + request("ping", "") + "," + request("tools/list", "") + "]"),
          Map.entry(
              "batch-claim", "[" + request("ping", "") + "," + request("tools/list", MODERN) + "]"),
          Map.entry("batch-empty", "[]"),
          Map.entry("no-json", "{"),
          Map.entry("no-rpc", "{\"id\":7,\"method\":\"ping\"}"),
          Map.entry("scalar", "5"));

  static String request(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\""
        + method
        + "\",\"params\":{"
        + params
        + "}}";
  }

  static RpcMessage message(String body) {
    return RpcMessage.parse(BODIES.get(body).getBytes(StandardCharsets.UTF_8));
  }

  private EraMessages() {}
}
