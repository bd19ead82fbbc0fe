package io.everythingmcp.check.run;

import io.everythingmcp.check.fault.FaultScene;
import io.everythingmcp.check.fault.RunCall;

/** Applies the faults of one run. */
interface FaultInjector {

  /**
   * Applies the faults of a preset, and those requested by the user.
   *
   * @return the request with their changes, which replaces the given one
   */
  RunCall meet(RunCall call, FaultScene scene, String preset);

  /** Applies a fault at the next opportunity; returns false if it is unknown. */
  boolean provoke(String name);
}
