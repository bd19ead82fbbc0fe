package io.everythingmcp.check.fault;

import io.everythingmcp.check.journal.RecordedEvent;

/** Changes the events of a stream as they are written. */
@FunctionalInterface
public interface EventEdit {
  /**
   * What is written instead of an event.
   *
   * @param event the event that the server sends
   * @param text the text of the event, with the empty line at its end
   */
  StreamStep step(RecordedEvent event, String text);
}
