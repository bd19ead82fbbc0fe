package io.everythingmcp.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.configuration.ConfigurationException;
import io.everythingmcp.server.configuration.file.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invalid configurations that prevent the start, and their messages. */
class WrongConfigurationTest {
  @ParameterizedTest
  @CsvSource({
    "BASE_URI, http://localhost:3232/",
    "BASE_URI, ftp://localhost",
    "BASE_URI, https://example.com?query",
    "SESSION_TIMEOUT, 0s",
    "MAX_SESSIONS, 0",
    "MAX_SESSIONS_PER_CALLER, 0",
    "REQUEST_TIMEOUT, 0s",
    "KEEP_ALIVE, 1ms",
    "OTEL_EXPORTER_OTLP_ENDPOINT, localhost:4318",
    "OTEL_EXPORTER_OTLP_ENDPOINT, http://me:secret@localhost:4318",
    "OTEL_EXPORTER_OTLP_HEADERS, 'a'",
    "OTEL_EXPORTER_OTLP_HEADERS, 'a=1,'",
    "OTEL_TRACES_SAMPLER_ARG, 1.1",
    "OTEL_TRACES_SAMPLER_ARG, -0.1"
  })
  void inconsistentSettingsAreRejected(String variable, String value) {
    assertThatThrownBy(() -> ConfigurationFile.load(Map.of(variable, value)))
        .isInstanceOf(InvalidConfigurationException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "AUTH_MODE=jwt; auth.jwt.secret; JWT_JWKS_URI",
        "AUTH_MODE=jwt JWT_SECRET=31-bytes-are-too-few-for-a-key!; auth.jwt.secret; at least 32",
        "AUTH_MODE=jwt JWT_JWKS_URI=http://keys.example/jwks JWT_ISSUER=a; auth.jwt.jwksUri; https",
        "AUTH_MODE=jwt JWT_JWKS_URI=https://keys.example/jwks; auth.jwt.issuer; JWT_ISSUER",
        "AUTH_MODE=api_key; auth.apiKeys.keys; API_KEYS",
        "AUTH_MODE=api_key API_KEYS=a AUTH_ALSO=what; 'what'; AUTH_ALSO",
        "AUTH_MODE=none API_KEYS=a AUTH_ALSO=api_key; none together; AUTH_ALSO",
        "AUTH_MODE=integrated AUTH_ALSO=separate; one authorization server; AUTH_ALSO",
        "AUTH_MODE=none ANONYMOUS_INITIALIZE=true; auth.anonymousInitialize; none",
        "AUTH_MODE=separate BASE_URI=https://mcp.example; auth.separate.clientSecret; which is"
            + " public",
        "AUTH_MODE=separate BASE_URI=https://mcp.example INTROSPECTION_CLIENT_SECRET=own"
            + " AUTH_SERVER_URL=http://as.example; auth.separate.url; https"
      })
  void unsafeSettingsAreRejectedWithTheExpectedOnes(String set, String key, String right) {
    Map<String, String> environment = new HashMap<>();
    for (String entry : set.split(" ", -1)) {
      environment.put(entry.split("=", 2)[0], entry.split("=", 2)[1]);
    }
    assertThatThrownBy(() -> ConfigurationFile.load(environment))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining(key)
        .hasMessageContaining(right)
        .hasMessageNotContaining("31-bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "RATE_LIMIT, 5",
    "RATE_LIMIT, 0/1m",
    "RATE_LIMIT, 5/10ms",
    "LOG_FORMAT, xml",
    "REQUEST_LOG, maybe",
    "ERAS, none",
    "STORE, disk",
    "AUTH_MODE, maybe",
    "MAX_REQUEST_SIZE, much"
  })
  void invalidValuesAreRejected(String variable, String value) {
    assertThatThrownBy(() -> ConfigurationFile.load(Map.of(variable, value)))
        .isInstanceOf(InvalidConfigurationException.class);
  }

  @Test
  void theTrafficLogNeedsASecondSwitchOnAPublicAddress() throws Exception {
    Map<String, String> open =
        Map.of("TRAFFIC_LOG", "true", "BASE_URI", "https://mcp.example", "AUTH_MODE", "none");
    assertThatThrownBy(() -> ConfigurationFile.load(open))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining(
            "mcp.trafficLog.enabled (TRAFFIC_LOG) is 'true', but baseUri (BASE_URI)")
        .hasMessageContaining("mcp.trafficLog.publicBaseUri (TRAFFIC_LOG_PUBLIC)");
    Map<String, String> twice = new HashMap<>(open);
    twice.put("TRAFFIC_LOG_PUBLIC", "true");
    assertThat(ConfigurationFile.load(twice).getMcp().getTrafficLog().isEnabled()).isTrue();
    assertThat(ConfigurationFile.load(Map.of("TRAFFIC_LOG", "true")).getMcp().getTrafficLog())
        .satisfies(log -> assertThat(log.isEnabled()).isTrue());
  }

  @Test
  void unknownNameIsRejected(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("config.yml");
    Files.writeString(file, ConfigurationFile.text().replace("pageSize:", "pagesize:"));
    assertThatThrownBy(() -> ConfigurationFile.load(file, Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("pagesize");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "resolutionOrder: token, claim, subject; resolutionOrder: token, owl; resolutionOrder must"
            + " be",
        "resolutionOrder: token, claim, subject; resolutionOrder: claim, claim; each at most once",
        "mounts: []; mounts: [{path: /other}]; must be a path below /mcp",
        "mounts: []; mounts: [{path: /mcp/A}]; must be a path below /mcp",
        "mounts: []; mounts: [{}]; mounts[0].path",
        "mounts: []; mounts: [{path: /mcp/a, auth: magic}]; mounts, /mcp/a: auth has 'magic'",
        "mounts: []; mounts: [{path: /mcp/a, auth: 'none, jwt'}]; none together with another mode",
        "mounts: []; mounts: [{path: /mcp/a, auth: jwt}]; auth.jwt.secret",
        "mounts: []; mounts: [{path: /mcp/a, auth: oauth2}]; more than one of integrated",
        "mounts: []; mounts: [{path: /mcp/a, scopes: ['a b']}]; must be a scope"
      })
  void inconsistentMountIsRejected(String usual, String wrong, String problem, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("config.yml");
    Files.writeString(file, ConfigurationFile.text().replace(usual, wrong));
    assertThatThrownBy(() -> ConfigurationFile.load(file, Map.of()))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining(problem);
  }
}
