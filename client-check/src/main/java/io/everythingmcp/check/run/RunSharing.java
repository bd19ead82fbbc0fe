package io.everythingmcp.check.run;

import java.util.UUID;

/**
 * A run that several instances serve.
 *
 * @param self identifies this instance
 */
record RunSharing(RunStore store, String self, String run) {

  /** Returns the log for one copy of the run: a later copy also reads what this one has written. */
  SharedLog log() {
    return new SharedLog(store, run, UUID.randomUUID().toString());
  }

  FaultInjector faults(RunPreset preset) {
    return new SharedFaults(store, run, preset);
  }

  /** Returns the number of the next exchange; 0 if the run was removed. */
  long next() {
    return store.touch(run) ? store.number(run) : 0;
  }
}
