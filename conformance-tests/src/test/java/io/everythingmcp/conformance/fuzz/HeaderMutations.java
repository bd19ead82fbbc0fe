package io.everythingmcp.conformance.fuzz;

/** Mutations of the request line and the headers. */
final class HeaderMutations {
  private static final String[] NAMES = {
    "Mcp-Method",
    "Mcp-Name",
    "Mcp-Param-Region",
    "Mcp-Param-Level",
    "Mcp-Param-Unknown",
    "MCP-Protocol-Version",
    "Mcp-Session-Id",
    "Last-Event-ID",
    "Content-Type",
    "Accept",
    "Origin",
    "Authorization",
    "Cookie",
    "X-Forwarded-For",
    "Traceparent",
  };

  private static final String[] VALUES = {
    "",
    " ",
    "x",
    "0",
    "-1",
    "null",
    "tools/call",
    "TOOLS/CALL",
    "echo",
    "ping",
    "2026-07-28",
    "2025-11-25",
    "2025-03-26",
    "1900-01-01",
    "=?base64??=",
    "=?base64?====?=",
    "=?base64?gICA?=",
    "=?base64?ZWNobw==?=",
    "=?base64?ZWNobw?=",
    "=?BASE64?ZWNobw==?=",
    "=?base64?",
    "\techo ",
    "zürich",
    "\u0080\u00ff",
    "application/json",
    "application/json; charset=utf-16",
    "application/json;charset=nonsense",
    "text/plain",
    "text/event-stream",
    "*/*",
    "*/*;q=0",
    "application/json;q=abc, text/event-stream;q=2",
    ",,,",
    ";",
    "a/b/c",
    "Bearer x",
    "Basic =",
    "http://localhost",
    "http://evil.example",
    "null, null",
    "1_1",
    "1e999999999",
    "1.0",
    "9".repeat(400),
    "x".repeat(3_000),
    "(".repeat(100),
    "%00%0a",
    "\"",
    "\\",
  };

  private static final String[] BROKEN = {"a\0b", "a\u0001b", "a\rb", "\u007f\b"};

  private static final String[] PATHS = {
    "/mcp",
    "/mcp/",
    "/mcp?sessionId=x",
    "/sse",
    "/message",
    "/message?sessionId=",
    "/message?sessionId=a&sessionId=b",
    "/mcp/x",
    "/mcp;x=1",
    "/MCP",
    "/mcp%2f",
    "/mcp/..",
    "//mcp",
    "/sse?x",
    "/message/1",
  };

  private HeaderMutations() {}

  static void apply(MutableRequest draft, SeededRandom dice, KnownValues known) {
    switch (dice.below(12)) {
      case 0 ->
          draft.verb =
              dice.of("POST", "GET", "DELETE", "PUT", "OPTIONS", "HEAD", "PATCH", "TRACE", "FOO");
      case 1 -> draft.path = dice.of(PATHS);
      case 2 -> draft.header(dice.of(NAMES), null);
      case 3 -> again(draft, dice);
      case 4 -> draft.header("Mcp-Session-Id", session(dice, known));
      case 5 -> draft.header("Last-Event-ID", event(dice, known));
      case 6 -> broken(draft, dice);
      case 7 -> draft.header("MCP-Protocol-Version", dice.of("2025-03-26", "2026-07-28", "1"));
      default -> draft.header(dice.of(NAMES), dice.of(VALUES));
    }
  }

  private static void again(MutableRequest draft, SeededRandom dice) {
    draft.headers.add(new String[] {dice.of(NAMES), dice.of(VALUES)});
  }

  private static String session(SeededRandom dice, KnownValues known) {
    String real = known.any(dice.of(KnownValues.Kind.SESSION, KnownValues.Kind.SSE_SESSION), dice);
    return dice.of(
        real, real + "x", real.substring(1), real.toUpperCase(java.util.Locale.ROOT), "*");
  }

  private static String event(SeededRandom dice, KnownValues known) {
    String real = known.any(KnownValues.Kind.EVENT, dice);
    return dice.of(
        real, real + "9", real.substring(1), real + "_-1", "_", "1_99999999999999999999");
  }

  /** Makes the request invalid HTTP, which the container rejects. */
  private static void broken(MutableRequest draft, SeededRandom dice) {
    draft.http = false;
    switch (dice.below(6)) {
      case 0 -> draft.header(dice.of(NAMES), dice.of(BROKEN));
      case 4 ->
          draft.path = dice.of("/mcp?a=%", "/message?sessionId=%zz", "/mcp%", "mcp", "/\u0001");
      case 1 -> draft.header("Bad Name", "x");
      case 2 -> draft.header("Host", dice.of("", "evil.example", "localhost:99999", "a b", "[::"));
      case 3 -> draft.header("Transfer-Encoding", dice.of("chunked", "gzip", "chunked, chunked"));
      default -> draft.header("X-Long", "y".repeat(20_000));
    }
  }
}
