package io.everythingmcp.check.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.journal.EndpointKind;
import java.util.List;

/**
 * One valid peculiarity for each call of the tool {@code echo}, which a client must tolerate:
 * fields that no revision defines, streams with other line ends, errors of three kinds. HTTP+SSE
 * has none of them, because its responses are on another stream than that of the call.
 */
final class OddServer implements RunFault {
  private static final List<Oddity> ALL =
      List.of(
          new Oddity("P64", "unknown fields", OddServer::unknownFields),
          new Oddity("P62", "a tool error", OddServer::toolError),
          new Oddity("P62", "a JSON-RPC error", OddServer::rpcError),
          new Oddity("P62", "status 500", OddServer::status500),
          new Oddity("P75", "a stream with CRLF", c -> stream(c, "\r\n", "")),
          new Oddity("P75", "a stream with CR", c -> stream(c, "\r", "")),
          new Oddity("P75", "a stream that begins with a byte order mark", OddServer::mark),
          new Oddity("P76", "a retry line first", c -> stream(c, "\n", "retry: 1000\n\n")),
          new Oddity("P28", "an unknown notification", OddServer::notification),
          new Oddity("P35", "a response with an id of no request", OddServer::stray));

  private boolean met;
  private int next;

  /** Deviation applied to one call. */
  private record Oddity(String id, String name, java.util.function.Consumer<RunCall> what) {}

  @Override
  public void meet(RunCall call, FaultScene scene) {
    persona(call, scene);
    if (call.endpoint() == EndpointKind.MCP
        && call.calls("echo")
        && call.instead().isEmpty()
        && next < ALL.size()) {
      Oddity oddity = ALL.get(next++);
      oddity.what().accept(call);
      call.fault(oddity.id());
      scene.provoked(oddity.id(), call.n(), FaultDetails.of("variant", oddity.name()));
    }
  }

  /** The first message of a client of 2026-07-28 gets the response of a legacy server. */
  private void persona(RunCall call, FaultScene scene) {
    if (!met && call.asks() && call.modern()) {
      met = true;
      call.replaceResponse("P24", ReplacementResponse.empty(400));
      scene.provoked("P24", call.n(), FaultDetails.of("variant", "400-empty"));
    }
  }

  private static void unknownFields(RunCall call) {
    call.look(
        response ->
            response.change(
                json -> {
                  json.put("x-unknown", true);
                  if (json.get("result") instanceof ObjectNode result) {
                    result.put("surplus", 1).putObject("_meta").put("com.example/odd", true);
                  }
                }));
  }

  private static void toolError(RunCall call) {
    call.look(
        response ->
            response.change(
                json -> {
                  if (json.get("result") instanceof ObjectNode result) {
                    result.put("isError", true);
                  }
                }));
  }

  private static void rpcError(RunCall call) {
    call.replaceResponse(
        "P62", ReplacementResponse.error(200, call, -32603, "Something went wrong"));
  }

  private static void status500(RunCall call) {
    call.replaceResponse("P62", ReplacementResponse.text(500, "Internal Server Error"));
  }

  private static void mark(RunCall call) {
    stream(call, "\n", "\uFEFF");
  }

  private static void notification(RunCall call) {
    stream(
        call,
        "\n",
        message("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/x-unknown\",\"params\":{}}"));
  }

  private static void stray(RunCall call) {
    stream(call, "\n", message("{\"jsonrpc\":\"2.0\",\"id\":\"unknown-request\",\"result\":{}}"));
  }

  private static String message(String data) {
    return "event: message\ndata: " + data + "\n\n";
  }

  /** Sends the response as a stream. */
  private static void stream(RunCall call, String lineEnd, String before) {
    call.look(
        response -> {
          if (response.status() != 200 || !response.json().has("id")) {
            return;
          }
          String answer = message(response.text());
          response.headers().put("Content-Type", "text/event-stream");
          response.body(before + answer.replace("\n", lineEnd));
        });
  }
}
