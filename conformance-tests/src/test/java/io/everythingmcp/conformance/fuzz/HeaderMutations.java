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

  static void apply(MutableRequest mutableRequest, SeededRandom seededRandom, KnownValues known) {
    switch (seededRandom.below(12)) {
      case 0 ->
          mutableRequest.verb =
              seededRandom.of(
                  "POST", "GET", "DELETE", "PUT", "OPTIONS", "HEAD", "PATCH", "TRACE", "FOO");
      case 1 -> mutableRequest.path = seededRandom.of(PATHS);
      case 2 -> mutableRequest.header(seededRandom.of(NAMES), null);
      case 3 -> repeatHeader(mutableRequest, seededRandom);
      case 4 -> mutableRequest.header("Mcp-Session-Id", session(seededRandom, known));
      case 5 -> mutableRequest.header("Last-Event-ID", event(seededRandom, known));
      case 6 -> broken(mutableRequest, seededRandom);
      case 7 ->
          mutableRequest.header(
              "MCP-Protocol-Version", seededRandom.of("2025-03-26", "2026-07-28", "1"));
      default -> mutableRequest.header(seededRandom.of(NAMES), seededRandom.of(VALUES));
    }
  }

  private static void repeatHeader(MutableRequest mutableRequest, SeededRandom seededRandom) {
    mutableRequest.headers.add(new String[] {seededRandom.of(NAMES), seededRandom.of(VALUES)});
  }

  private static String session(SeededRandom seededRandom, KnownValues known) {
    String real =
        known.any(
            seededRandom.of(KnownValues.Kind.SESSION, KnownValues.Kind.SSE_SESSION), seededRandom);
    return seededRandom.of(
        real, real + "x", real.substring(1), real.toUpperCase(java.util.Locale.ROOT), "*");
  }

  private static String event(SeededRandom seededRandom, KnownValues known) {
    String real = known.any(KnownValues.Kind.EVENT, seededRandom);
    return seededRandom.of(
        real, real + "9", real.substring(1), real + "_-1", "_", "1_99999999999999999999");
  }

  /** Makes the request invalid HTTP, which the container rejects. */
  private static void broken(MutableRequest mutableRequest, SeededRandom seededRandom) {
    mutableRequest.http = false;
    switch (seededRandom.below(6)) {
      case 0 -> mutableRequest.header(seededRandom.of(NAMES), seededRandom.of(BROKEN));
      case 4 ->
          mutableRequest.path =
              seededRandom.of("/mcp?a=%", "/message?sessionId=%zz", "/mcp%", "mcp", "/\u0001");
      case 1 -> mutableRequest.header("Bad Name", "x");
      case 2 ->
          mutableRequest.header(
              "Host", seededRandom.of("", "evil.example", "localhost:99999", "a b", "[::"));
      case 3 ->
          mutableRequest.header(
              "Transfer-Encoding", seededRandom.of("chunked", "gzip", "chunked, chunked"));
      default -> mutableRequest.header("X-Long", "y".repeat(20_000));
    }
  }
}
