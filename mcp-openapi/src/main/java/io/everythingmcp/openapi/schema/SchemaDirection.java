package io.everythingmcp.openapi.schema;

/** Whether a schema is that of a request or of a response. */
public enum SchemaDirection {
  /** Properties that are {@code readOnly} are left out. */
  REQUEST("readOnly", true),
  /**
   * Properties that are {@code writeOnly} are left out, and so is {@code format}: services often
   * return texts of another format, such as dates without a time zone.
   */
  RESPONSE("writeOnly", false);

  private final String excluded;
  private final boolean formats;

  SchemaDirection(String excluded, boolean formats) {
    this.excluded = excluded;
    this.formats = formats;
  }

  boolean hasFormats() {
    return formats;
  }

  String excluded() {
    return excluded;
  }
}
