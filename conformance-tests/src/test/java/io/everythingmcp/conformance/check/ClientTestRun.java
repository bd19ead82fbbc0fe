package io.everythingmcp.conformance.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The results of a test class of an author of a client, run by the JUnit Platform. */
final class ClientTestRun implements TestExecutionListener {
  private final Map<String, TestExecutionResult> results = new LinkedHashMap<>();
  private final Map<String, String> reported = new TreeMap<>();

  private ClientTestRun() {}

  /**
   * Runs a test class.
   *
   * @param parameters configuration parameters of the JUnit Platform
   */
  static ClientTestRun of(Class<?> test, Map<String, String> parameters) {
    ClientTestRun run = new ClientTestRun();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(test))
            .configurationParameters(parameters)
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
            .build();
    LauncherFactory.create().execute(request, run);
    return run;
  }

  @Override
  public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
    if (identifier.isTest()) {
      results.put(identifier.getDisplayName().replaceAll("\\(.*", ""), result);
    }
  }

  @Override
  public void reportingEntryPublished(TestIdentifier identifier, ReportEntry entry) {
    reported.putAll(entry.getKeyValuePairs());
  }

  /** Returns the result of a test, which must have been executed. */
  TestExecutionResult result(String test) {
    if (!results.containsKey(test)) {
      throw new AssertionError("No test " + test + "; executed were " + results);
    }
    return results.get(test);
  }

  /** Returns why a test did not succeed; empty if it succeeded. */
  String message(String test) {
    return result(test).getThrowable().map(Throwable::getMessage).orElse("");
  }

  Map<String, String> reported() {
    return reported;
  }
}
