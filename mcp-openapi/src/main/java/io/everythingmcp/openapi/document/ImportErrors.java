package io.everythingmcp.openapi.document;

import java.util.ArrayList;
import java.util.List;

/** Collects what prevents an import, one line each: the document, a JSON pointer, the sentence. */
public final class ImportErrors {
  private static final int LONGEST = 500;

  private final String document;
  private final List<String> lines = new ArrayList<>();

  public ImportErrors(String document) {
    this.document = document;
  }

  /**
   * Adds an error.
   *
   * @param pointer JSON pointer into the document; empty for the document itself
   * @param sentence what was wrong and what was expected
   */
  public void add(String pointer, String sentence) {
    String line = sentence.strip().replaceAll("\\s+", " ");
    String place = pointer.isEmpty() ? document : document + "#" + pointer;
    lines.add(place + ": " + ShortText.of(line, LONGEST));
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }
}
