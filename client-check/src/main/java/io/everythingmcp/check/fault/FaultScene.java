package io.everythingmcp.check.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The run in which faults happen. */
public interface FaultScene {
  /** The base URI of the run. */
  String base();

  /** Where the metadata of the MCP endpoint is. */
  String metadata();

  /** Notes in the journal that something was done on purpose. */
  void provoked(String id, int n, ObjectNode details);

  /** Records a fault without details. */
  default void provoked(String id, int n) {
    provoked(id, n, com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode());
  }

  /** How the journal writes a credential. */
  String redacted(String kind, String value);

  /**
   * Returns the delay of a slow call in milliseconds.
   *
   * @param usual the delay if the run has no other
   */
  long delay(long usual);

  /** Milliseconds since 1970. */
  long now();

  /** The tokens that were given in the run. */
  TokenLedger tokens();
}
