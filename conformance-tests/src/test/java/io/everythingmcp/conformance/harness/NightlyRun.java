package io.everythingmcp.conformance.harness;

/** Selection of the long form of a test by the Maven profile {@code nightly}. */
public final class NightlyRun {
  static final String PROPERTY = "nightly";

  private NightlyRun() {}

  public static boolean isOn() {
    return Boolean.getBoolean(PROPERTY);
  }

  /** Returns the first value in other builds, the second one in a nightly build. */
  public static long choose(long usual, long nightly) {
    return isOn() ? nightly : usual;
  }
}
