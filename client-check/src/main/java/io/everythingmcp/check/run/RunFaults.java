package io.everythingmcp.check.run;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.fault.FaultCatalog;
import io.everythingmcp.check.fault.FaultScene;
import io.everythingmcp.check.fault.RunCall;
import io.everythingmcp.check.fault.RunFault;
import io.everythingmcp.check.fault.TokenLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The faults of one run. They meet one request at a time. */
final class RunFaults implements FaultInjector {
  /** The fields of an object are its state, whatever their visibility. */
  private static final JsonMapper FIELDS =
      JsonMapper.builder()
          .visibility(PropertyAccessor.ALL, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Map<String, RunFault> provocable = new LinkedHashMap<>();
  private final Map<String, List<RunFault>> scripted = new HashMap<>();
  private final Map<String, Object> stateful = new LinkedHashMap<>();

  private RunFaults(RunPreset preset, TokenLedger tokens) {
    FaultCatalog.provocable().forEach((name, made) -> provocable.put(name, made.get()));
    add(preset);
    preset.parts().forEach(this::add);
    stateful.put("tokens", tokens);
    provocable.forEach((name, fault) -> stateful.put("provoke/" + name, fault));
  }

  private void add(RunPreset preset) {
    List<RunFault> faults = preset.faults().stream().map(FaultCatalog::make).toList();
    scripted.put(preset.name(), faults);
    for (int i = 0; i < faults.size(); i++) {
      stateful.put(preset.name() + '/' + preset.faults().get(i), faults.get(i));
    }
  }

  /**
   * Creates faults in their initial state.
   *
   * @param tokens belongs to their state
   */
  static RunFaults of(RunPreset preset, TokenLedger tokens) {
    return new RunFaults(preset, tokens);
  }

  @Override
  public synchronized RunCall meet(RunCall call, FaultScene scene, String preset) {
    for (RunFault fault : scripted.getOrDefault(preset, List.of())) {
      fault.meet(call, scene);
    }
    for (RunFault fault : provocable.values()) {
      if (call.instead().isEmpty()) {
        fault.meet(call, scene);
      }
    }
    return call;
  }

  @Override
  public synchronized boolean provoke(String name) {
    RunFault fault = provocable.get(name);
    if (fault == null) {
      return false;
    }
    fault.provoke();
    return true;
  }

  /** Returns the state as JSON. */
  synchronized String save() {
    ObjectNode state = FIELDS.createObjectNode();
    stateful.forEach((name, object) -> state.set(name, FIELDS.valueToTree(object)));
    try {
      return FIELDS.writeValueAsString(state);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets the state to what {@link #save} has returned. */
  synchronized void load(String saved) {
    try {
      JsonNode state = FIELDS.readTree(saved);
      for (Map.Entry<String, Object> entry : stateful.entrySet()) {
        if (state.has(entry.getKey())) {
          FIELDS.readerForUpdating(entry.getValue()).readValue(state.get(entry.getKey()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
