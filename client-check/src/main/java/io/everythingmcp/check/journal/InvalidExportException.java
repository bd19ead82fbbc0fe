package io.everythingmcp.check.journal;

/** A file is not the export of a run; the message states what was expected, and in which line. */
public final class InvalidExportException extends Exception {
  private static final long serialVersionUID = 1L;

  public InvalidExportException(String message) {
    super(message);
  }
}
