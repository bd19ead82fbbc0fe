package io.everythingmcp.conformance.harness;

/** Whether the long form of a test is wanted: the Maven profile {@code nightly} sets this. */
public final class NightlyRun {
  static final String PROPERTY = "nightly";

  private NightlyRun() {}

  public static boolean isOn() {
    return Boolean.getBoolean(PROPERTY);
  }

  /** The first value in every build, the second one in a nightly build. */
  public static long choose(long usual, long nightly) {
    return isOn() ? nightly : usual;
  }
}
