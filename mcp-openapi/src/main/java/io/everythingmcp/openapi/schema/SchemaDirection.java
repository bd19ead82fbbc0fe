package io.everythingmcp.openapi.schema;

/** Whether a schema is that of a request or of a response. */
public enum SchemaDirection {
  /** Properties that are {@code readOnly} are left out. */
  REQUEST("readOnly"),
  /** Properties that are {@code writeOnly} are left out. */
  RESPONSE("writeOnly");

  private final String excluded;

  SchemaDirection(String excluded) {
    this.excluded = excluded;
  }

  String excluded() {
    return excluded;
  }
}
