package com.acme.conformance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The results of a test class, run by the JUnit Platform. */
public final class ConformanceRun implements TestExecutionListener {
  private final Map<String, TestExecutionResult> results = new LinkedHashMap<>();
  private final Map<String, String> reported = new TreeMap<>();

  /** Runs a test class. */
  public static ConformanceRun of(Class<?> test) {
    ConformanceRun run = new ConformanceRun();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(test))
            .build();
    LauncherFactory.create().execute(request, run);
    return run;
  }

  @Override
  public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
    if (identifier.isTest() || result.getStatus() != Status.SUCCESSFUL) {
      results.put(identifier.getDisplayName(), result);
    }
  }

  @Override
  public void reportingEntryPublished(TestIdentifier identifier, ReportEntry entry) {
    reported.putAll(entry.getKeyValuePairs());
  }

  /** Returns the messages of all tests, and containers that did not succeed, with this status. */
  public Map<String, String> with(Status status) {
    return results.entrySet().stream()
        .filter(result -> result.getValue().getStatus() == status)
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                result -> result.getValue().getThrowable().map(Throwable::getMessage).orElse("")));
  }

  Map<String, String> reported() {
    return reported;
  }
}
