package io.everythingmcp.check.view;

import com.fasterxml.jackson.databind.JsonNode;

/** Bodies as JSON. */
public final class JsonBodies {
  private JsonBodies() {}

  /** An object or an array; missing where the text is neither. */
  public static JsonNode parse(String text) {
    return JournalIndexer.parse(text);
  }
}
