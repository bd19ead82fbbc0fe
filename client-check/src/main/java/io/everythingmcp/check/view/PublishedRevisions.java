package io.everythingmcp.check.view;

import java.util.List;
import java.util.regex.Pattern;

/** The published revisions of the protocol; they are dates, so their order is that of texts. */
public final class PublishedRevisions {
  public static final String V2024_11 = "2024-11-05";
  public static final String V2025_03 = "2025-03-26";
  public static final String V2025_06 = "2025-06-18";
  public static final String V2025_11 = "2025-11-25";
  public static final String V2026_07 = "2026-07-28";

  public static final List<String> ALL = List.of(V2024_11, V2025_03, V2025_06, V2025_11, V2026_07);

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private PublishedRevisions() {}

  public static boolean isPublished(String revision) {
    return revision != null && ALL.contains(revision);
  }

  /** Whether a version is of the era without sessions. */
  public static boolean isModern(String version) {
    return version != null && version.compareTo(V2026_07) >= 0 && DATE.matcher(version).matches();
  }

  /** Returns whether {@code revision} is not null and not before {@code first}. */
  public static boolean since(String revision, String first) {
    return revision != null && revision.compareTo(first) >= 0;
  }
}
