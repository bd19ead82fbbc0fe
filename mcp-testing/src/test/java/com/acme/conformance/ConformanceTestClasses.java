package com.acme.conformance;

import io.dropwizard.core.setup.Environment;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.junit.ExcludedCheck;
import io.everythingmcp.conformance.junit.McpConformance;
import io.everythingmcp.conformance.junit.ServerUnderTest;
import io.everythingmcp.conformance.junit.ToolInRole;
import io.everythingmcp.conformance.junit.UnmetShould;
import io.everythingmcp.conformance.server.TargetServer;
import io.everythingmcp.conformance.server.TestCaller;
import io.everythingmcp.conformance.server.ToolRole;
import io.everythingmcp.conformance.server.ToolTrials;
import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.testing.McpTestServer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;

/** Test classes that {@link McpConformanceTest} runs; some of them must fail. */
final class ConformanceTestClasses {
  private ConformanceTestClasses() {}

  private static TargetServer at(McpTestServer server) {
    return TargetServer.at(server.endpoint());
  }

  /** All checks, with the default options. */
  @McpConformance
  static class AllChecks implements ServerUnderTest {
    @AutoClose final McpTestServer workshop = McpTestServer.start(new WorkshopApplication());

    @Override
    public TargetServer server() {
      return at(workshop);
    }
  }

  /** A filter of its author breaks one rule. */
  @McpConformance
  static class WithStatusFilter implements ServerUnderTest {
    @AutoClose
    final McpTestServer workshop =
        McpTestServer.start(
            new WorkshopApplication() {
              @Override
              public void run(McpConfiguration configuration, Environment environment) {
                FilterRegistration.Dynamic filter =
                    environment
                        .servlets()
                        .addFilter("status", ConformanceTestClasses::changeStatus);
                filter.setAsyncSupported(true);
                filter.addMappingForUrlPatterns(null, false, "/mcp");
              }
            });

    @Override
    public TargetServer server() {
      return at(workshop);
    }
  }

  /** Changes the status of accepted notifications of 2025-11-25 from 202 to 200. */
  private static void changeStatus(
      ServletRequest request, ServletResponse response, FilterChain next)
      throws IOException, ServletException {
    String version = ((HttpServletRequest) request).getHeader("MCP-Protocol-Version");
    next.doFilter(
        request,
        new HttpServletResponseWrapper((HttpServletResponse) response) {
          @Override
          public void setStatus(int status) {
            super.setStatus(status == 202 && "2025-11-25".equals(version) ? 200 : status);
          }
        });
  }

  /** Its session ids are consecutive numbers. */
  abstract static class Consecutive implements ServerUnderTest {
    private static final AtomicLong LAST = new AtomicLong();

    @AutoClose
    final McpTestServer workshop =
        McpTestServer.start(
            new WorkshopApplication(() -> "session-%09d".formatted(LAST.incrementAndGet())));

    @Override
    public TargetServer server() {
      return at(workshop);
    }
  }

  /** Default effect of a SHOULD. */
  @McpConformance(only = "lifecycle/session-id-unique")
  static class ShouldAborts extends Consecutive {}

  /** A SHOULD is reported. */
  @McpConformance(only = "lifecycle/session-id-unique", unmetShould = UnmetShould.REPORT)
  static class ShouldIsReported extends Consecutive {}

  /** A SHOULD fails. */
  @McpConformance(only = "lifecycle/session-id-unique", unmetShould = UnmetShould.FAIL)
  static class ShouldFails extends Consecutive {}

  /** A check that would fail is excluded. */
  @McpConformance(
      only = "lifecycle/session-id-unique",
      unmetShould = UnmetShould.FAIL,
      excluded = @ExcludedCheck(id = "lifecycle/session-id-unique", reason = "ids are for readers"))
  static class ShouldIsExcluded extends Consecutive {}

  /** A check that passes is an expected failure. */
  @McpConformance(
      only = {"lifecycle/ping-result", "lifecycle/session-id-unique"},
      expectedFailures = {"lifecycle/ping-result", "lifecycle/session-id-unique"})
  static class FailureIsExpected extends Consecutive {}

  /** One revision, with a tool that is named instead of tried. */
  @McpConformance(
      only = "requests",
      revisions = SpecRevision.R2025_06_18,
      tools = @ToolInRole(role = ToolRole.PROGRESS, tool = "paint"),
      tryTools = ToolTrials.NONE)
  static class OneRevision extends Consecutive {}

  /** A destructive tool has the only progress. */
  abstract static class WithScrapTool implements ServerUnderTest {
    @AutoClose
    final McpTestServer workshop =
        McpTestServer.start(new WorkshopApplication(new WorkshopTools.ScrapTools()));

    @Override
    public TargetServer server() {
      return at(workshop);
    }
  }

  /** Destructive tools are not called. */
  @McpConformance(only = "requests/progress-token")
  static class DestructiveIsNotTried extends WithScrapTool {}

  /** Destructive tools are called. */
  @McpConformance(only = "requests/progress-token", tryTools = ToolTrials.ALL)
  static class DestructiveIsTried extends WithScrapTool {}

  /** An option with a check that does not exist. */
  @McpConformance(only = "lifecycle/pong")
  static class UnknownCheck extends Consecutive {}

  /** An expected failure that is not selected. */
  @McpConformance(only = "streams", expectedFailures = "lifecycle/session-id-unique")
  static class ExpectedFailureIsNotRun extends Consecutive {}

  /** An expected failure of an excluded area. */
  @McpConformance(
      excluded = @ExcludedCheck(id = "lifecycle", reason = "of the test"),
      expectedFailures = "lifecycle/session-id-unique")
  static class ExpectedFailureIsExcluded extends Consecutive {}

  /** An exclusion that is not selected. */
  @McpConformance(
      only = "streams",
      excluded = @ExcludedCheck(id = "lifecycle/ping-result", reason = "of the test"))
  static class ExclusionIsNotRun extends Consecutive {}

  /** Its only tool fails for all arguments. */
  abstract static class WithBrokenTool implements ServerUnderTest {
    @AutoClose
    final McpTestServer workshop =
        McpTestServer.start(new WorkshopApplication(new WorkshopTools.BrokenTools()));

    @Override
    public TargetServer server() {
      return at(workshop);
    }
  }

  /** The tool is named. */
  @McpConformance(
      only = "errors/arguments-invalid",
      unmetShould = UnmetShould.FAIL,
      tools =
          @ToolInRole(
              role = ToolRole.INPUT_VALIDATION,
              tool = "weigh",
              arguments = "{'grams':'heavy'}"))
  static class BrokenToolIsNamed extends WithBrokenTool {}

  /** The tool is tried. */
  @McpConformance(only = "errors/arguments-invalid", unmetShould = UnmetShould.FAIL)
  static class BrokenToolIsTried extends WithBrokenTool {}

  /** An exclusion without a reason. */
  @McpConformance(excluded = @ExcludedCheck(id = "oauth", reason = " "))
  static class NoReason extends Consecutive {}

  /** A server that requires an API key. */
  abstract static class WithKey implements ServerUnderTest {
    static final String KEY = "key-of-the-workshop-0123456789";

    @AutoClose
    final McpTestServer workshop = McpTestServer.start(new WorkshopApplication(), configuration());

    private static McpConfiguration configuration() {
      McpConfiguration configuration = McpTestServer.configuration();
      configuration.getAuth().setMode(Mode.API_KEY);
      configuration.getAuth().getApiKeys().setKeys(KEY);
      return configuration;
    }
  }

  /** The right key. */
  @McpConformance(only = {"lifecycle/ping-result", "isolation"})
  static class RightKey extends WithKey {
    @Override
    public TargetServer server() {
      return at(workshop).by(TestCaller.apiKey("carpenter", KEY));
    }
  }

  /** A wrong key, with which no check applies. */
  @McpConformance(only = "lifecycle/ping-result")
  static class WrongKey extends WithKey {
    @Override
    public TargetServer server() {
      return at(workshop).by(TestCaller.apiKey("carpenter", "wrong-" + KEY));
    }
  }
}
