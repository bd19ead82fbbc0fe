package io.everythingmcp.check.fault;

import io.everythingmcp.check.journal.RecordedEvent;

/** Changes the events of a stream as they are written. */
@FunctionalInterface
public interface EventEdit {
  /**
   * What is written instead of an event.
   *
   * @param event what the server says
   * @param text how the server writes it, with the empty line at its end
   */
  StreamStep step(RecordedEvent event, String text);
}
