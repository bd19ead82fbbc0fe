package io.everythingmcp.conformance.client;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The revisions of the protocol, earliest first.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/versioning">Versioning</a>
 */
public enum SpecRevision {
  R2024_11_05("2024-11-05"),
  R2025_03_26("2025-03-26"),
  R2025_06_18("2025-06-18"),
  R2025_11_25("2025-11-25"),
  R2026_07_28("2026-07-28");

  private final String text;

  SpecRevision(String text) {
    this.text = text;
  }

  /** As it is written on the wire. */
  public String text() {
    return text;
  }

  /** Returns whether the revision uses initialize. */
  public boolean hasSessions() {
    return this != R2026_07_28;
  }

  public boolean atLeast(SpecRevision other) {
    return compareTo(other) >= 0;
  }

  /** The one that is written like this. */
  public static Optional<SpecRevision> of(String text) {
    return Stream.of(values()).filter(revision -> revision.text.equals(text)).findFirst();
  }

  @Override
  public String toString() {
    return text;
  }
}
