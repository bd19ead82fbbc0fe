package io.everythingmcp.check.web;

import io.everythingmcp.check.run.CheckRun;
import io.everythingmcp.check.run.RunPreset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Model of the page of a run, in addition to its report. */
final class RunModel {
  private RunModel() {}

  static Map<String, Object> of(CheckRun run, RunVerdict verdict) {
    Map<String, Object> model = new HashMap<>();
    model.put("id", run.id());
    model.put("preset", run.preset().name());
    model.put("title", run.preset().title());
    model.put("mcpUrl", run.addresses().mcp());
    model.put("page", java.net.URI.create(run.addresses().page()).getRawPath());
    model.put("state", run.isFinished() ? "finished" : "running");
    model.put("total", verdict.journal().exchanges().size());
    model.put("headline", verdict.headline());
    model.put("guided", run.options().guided());
    model.put("steps", steps(run, verdict));
    model.put("faults", List.copyOf(RunEndpoints.faults()));
    model.put("waited", Duration.ofMillis(run.now() - verdict.progress().since()).toSeconds());
    return model;
  }

  private static List<Map<String, Object>> steps(CheckRun run, RunVerdict verdict) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (RunPreset.Step step : run.preset().steps()) {
      int at = all.size();
      String state =
          at < verdict.progress().done()
              ? "seen"
              : at == verdict.progress().done() && !run.isFinished() ? "next" : "open";
      all.add(Map.of("number", at + 1, "text", step.text(), "state", state));
    }
    return all;
  }
}
