package io.everythingmcp.server.wire;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Published revision of the Model Context Protocol. The constants are in order of publication, and
 * so is their natural order.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/versioning">Versioning</a>
 */
public enum ProtocolRevision {
  /** The first one: HTTP+SSE, no structured output, no audio. */
  V2024_11_05("2024-11-05"),
  /** Streamable HTTP, JSON-RPC batches, audio, tool annotations. */
  V2025_03_26("2025-03-26"),
  /** No more batches; structured output, resource links, titles, form elicitation. */
  V2025_06_18("2025-06-18"),
  /** Tasks, URL elicitation, icons, sampling with tools, polling of streams. */
  V2025_11_25("2025-11-25"),
  /** No sessions: every request is self-contained. */
  V2026_07_28("2026-07-28");

  /** The latest revision that starts with an {@code initialize} handshake. */
  public static final ProtocolRevision LATEST_STATEFUL = V2025_11_25;

  /** The first revision without sessions. */
  public static final ProtocolRevision FIRST_STATELESS = V2026_07_28;

  /** Revision of a Streamable HTTP request without an {@code MCP-Protocol-Version} header. */
  public static final ProtocolRevision ASSUMED = V2025_03_26;

  private static final Map<String, ProtocolRevision> BY_DATE =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(ProtocolRevision::date, Function.identity()));

  private final String date;

  ProtocolRevision(String date) {
    this.date = date;
  }

  /** The date that names this revision on the wire. */
  public String date() {
    return date;
  }

  /** Returns whether this revision is the given one or a later one. */
  public boolean atLeast(ProtocolRevision other) {
    return compareTo(other) >= 0;
  }

  /** Returns whether this revision uses sessions. */
  public boolean stateful() {
    return compareTo(FIRST_STATELESS) < 0;
  }

  /** Returns the revision with this date; empty if there is none. */
  public static Optional<ProtocolRevision> of(String date) {
    return Optional.ofNullable(BY_DATE.get(date));
  }

  /** Returns the dates of all matching revisions, latest first. */
  public static List<String> dates(Predicate<ProtocolRevision> filter) {
    return Arrays.stream(values())
        .filter(filter)
        .sorted(Comparator.reverseOrder())
        .map(ProtocolRevision::date)
        .toList();
  }

  @Override
  public String toString() {
    return date;
  }
}
