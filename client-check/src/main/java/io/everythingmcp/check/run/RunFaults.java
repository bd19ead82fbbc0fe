package io.everythingmcp.check.run;

import io.everythingmcp.check.fault.FaultCatalog;
import io.everythingmcp.check.fault.FaultScene;
import io.everythingmcp.check.fault.RunCall;
import io.everythingmcp.check.fault.RunFault;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The faults of one run. They meet one request at a time. */
final class RunFaults {
  private final Map<String, RunFault> provocable = new LinkedHashMap<>();
  private final Map<String, List<RunFault>> scripted = new HashMap<>();

  private RunFaults(RunPreset preset) {
    FaultCatalog.provocable().forEach((name, made) -> provocable.put(name, made.get()));
    add(preset);
    preset.parts().forEach(this::add);
  }

  private void add(RunPreset preset) {
    scripted.put(preset.name(), preset.faults().stream().map(FaultCatalog::make).toList());
  }

  static RunFaults of(RunPreset preset) {
    return new RunFaults(preset);
  }

  /** Applies the faults of a preset, and those requested by the user. */
  synchronized void meet(RunCall call, FaultScene scene, String preset) {
    for (RunFault fault : scripted.getOrDefault(preset, List.of())) {
      fault.meet(call, scene);
    }
    for (RunFault fault : provocable.values()) {
      if (call.instead().isEmpty()) {
        fault.meet(call, scene);
      }
    }
  }

  synchronized boolean provoke(String name) {
    RunFault fault = provocable.get(name);
    if (fault == null) {
      return false;
    }
    fault.provoke();
    return true;
  }
}
