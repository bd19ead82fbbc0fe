package io.everythingmcp.check.fault;

import io.everythingmcp.check.journal.RecordedEvent;

/** Changes the events of a stream as they are written. */
@FunctionalInterface
public interface EventEdit {
  /**
   * Returns the replacement of an event.
   *
   * @param event the event of the server
   * @param text the text of the event, with its final empty line
   */
  StreamStep step(RecordedEvent event, String text);
}
