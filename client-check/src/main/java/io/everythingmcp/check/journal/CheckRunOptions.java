package io.everythingmcp.check.journal;

/**
 * Options of a run, beside its preset.
 *
 * @param guided whether the consent page explains the authorization request
 * @param slowSeconds delay of slow calls in seconds, instead of that of the preset or fault; 0 for
 *     the latter
 */
public record CheckRunOptions(boolean guided, int slowSeconds) {
  /** No options. */
  public static final CheckRunOptions NONE = new CheckRunOptions(false, 0);

  /** Maximum delay in seconds. */
  public static final int LONGEST = 600;
}
