package io.everythingmcp.conformance.broken;

/** A stream to a client, to which a fault may write too. */
interface Line {
  /** Writes an event, whole, with its empty line. */
  void write(String event);
}
