package io.everythingmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.everythingmcp.everything.EverythingApplication;
import io.everythingmcp.server.assembly.StartupSummary;
import io.everythingmcp.server.command.ConfigurationReport;
import io.everythingmcp.server.configuration.AuthConfiguration;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.observation.ThresholdWarnings;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Start-up messages, and the values that are monitored afterwards. */
class StartUpTest {
  private final McpConfiguration configuration = new McpConfiguration();

  @BeforeEach
  void configurationWithoutAuthentication() {
    configuration.getAuth().setMode(AuthConfiguration.Mode.NONE);
  }

  private static void bind(McpConfiguration configuration, String host, String admin) {
    DefaultServerFactory server = (DefaultServerFactory) configuration.getServerFactory();
    ((HttpConnectorFactory) server.getApplicationConnectors().get(0)).setBindHost(host);
    ((HttpConnectorFactory) server.getAdminConnectors().get(0)).setBindHost(admin);
  }

  @Test
  void loopbackServerHasNoWarnings() {
    bind(configuration, "127.0.0.1", "127.0.0.1");
    configuration.getManagement().setToken("a-token-that-is-long-enough");
    assertThat(new ConfigurationReport(configuration).unsafe()).isEmpty();
  }

  @Test
  void unsafeSettingsAreWarnings() {
    bind(configuration, "0.0.0.0", null);
    configuration.setBaseUri("http://mcp.example");
    configuration.getManagement().setToken("short");
    assertThat(new ConfigurationReport(configuration).unsafe())
        .hasSize(5)
        .anyMatch(line -> line.startsWith("The port listens on a non-loopback address"))
        .anyMatch(line -> line.startsWith("Authentication is off: anyone who can reach baseUri"))
        .anyMatch(line -> line.contains("admin port"))
        .anyMatch(line -> line.contains("tokens are sent unencrypted"))
        .anyMatch(line -> line.contains("MANAGEMENT_TOKEN"))
        .noneMatch(line -> line.contains("short"));
  }

  @Test
  void enabledFeaturesAreSummarized() {
    try (McpServer server =
        TransportlessServer.of(EverythingApplication.server().build(), configuration)) {
      assertThat(
              StartupSummary.lines(
                  configuration, server.runtime().identity(), server.enabledEras()))
          .hasSizeLessThanOrEqualTo(5)
          .anyMatch(line -> line.contains("http://localhost:3232/mcp"))
          .anyMatch(line -> line.contains("store memory"))
          .anyMatch(line -> line.contains("authentication none; management off"));
    }
  }

  @Test
  void thresholdsAreCheckedAndFailuresIsolated() {
    AtomicLong looked = new AtomicLong();
    ThresholdWarnings warnings = new ThresholdWarnings();
    warnings.watch(
        "things",
        10,
        () -> {
          throw new io.everythingmcp.server.store.StoreUnavailableException(
              new java.io.IOException("away"));
        });
    warnings.watch("sessions", 10, () -> 5 + 10 * looked.getAndIncrement());
    warnings.watch("nothing", 0, () -> looked.addAndGet(100));
    warnings.checkThresholds();
    warnings.checkThresholds();
    warnings.checkThresholds();
    assertThat(looked).hasValue(3);
  }
}
