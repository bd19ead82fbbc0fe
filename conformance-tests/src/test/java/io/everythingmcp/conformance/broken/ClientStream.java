package io.everythingmcp.conformance.broken;

/** SSE stream to a client, to which a fault can also write. */
interface ClientStream {
  /** Writes a complete event with its empty line. */
  void write(String event);
}
