package io.everythingmcp.check.run;

/**
 * A run that several instances serve.
 *
 * @param self identifies this instance
 */
record RunSharing(RunStore store, String self, String run) {

  SharedLog log() {
    return new SharedLog(store, run, self);
  }

  FaultInjector faults(RunPreset preset) {
    return new SharedFaults(store, run, preset);
  }

  /** Returns the number of the next exchange; 0 if the run was removed. */
  long next() {
    return store.touch(run) ? store.number(run) : 0;
  }
}
