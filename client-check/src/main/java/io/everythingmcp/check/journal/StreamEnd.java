package io.everythingmcp.check.journal;

/** Who ended a response. */
public enum StreamEnd {
  /** The server, as HTTP has it. */
  SERVER,
  /** The client closed the connection first. */
  CLIENT,
  /** The server ended the connection without ending the response. */
  ABORT,
  /** It has not ended yet. */
  OPEN
}
