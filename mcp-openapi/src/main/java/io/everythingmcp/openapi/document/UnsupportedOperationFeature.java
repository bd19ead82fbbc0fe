package io.everythingmcp.openapi.document;

/** Why an operation cannot be imported: one sentence without its place. */
public final class UnsupportedOperationFeature extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UnsupportedOperationFeature(String sentence) {
    super(sentence);
  }
}
