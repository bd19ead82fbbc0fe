package io.everythingmcp.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Names and defaults of properties, on which configuration files depend. */
class McpConfigurationTest {
  /** Values of the file that are not the defaults of the library. */
  private static final Map<String, String> OF_THE_FILE =
      Map.of(
          "mcp.pageSizes.tools", "20",
          "mcp.pageSizes.prompts", "3",
          "mcp.pageSizes.resourceTemplates", "3",
          "auth.server.access.scopes.mcp:admin.subjects", "",
          "auth.server.access.scopes.mcp:admin.domains", "",
          "auth.server.access.scopes.mcp:admin.claims", "");

  /** A map with an entry in the file. */
  private static final String SCOPES = "auth.server.access.scopes";

  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("baseUri", "http://localhost:3232"),
          Map.entry("mcp.eras", "BOTH"),
          Map.entry("mcp.fixtures", "false"),
          Map.entry("mcp.endpointPath", ""),
          Map.entry("mcp.serverName", ""),
          Map.entry("mcp.presentation.title", ""),
          Map.entry("mcp.presentation.description", ""),
          Map.entry("mcp.presentation.website", ""),
          Map.entry("mcp.presentation.icons", "[]"),
          Map.entry("mcp.presentation.instructions", ""),
          Map.entry("mcp.serverVersion", ""),
          Map.entry("mcp.pageSize", "10"),
          Map.entry("mcp.pageSizes.tools", "0"),
          Map.entry("mcp.pageSizes.prompts", "0"),
          Map.entry("mcp.pageSizes.resources", "0"),
          Map.entry("mcp.pageSizes.resourceTemplates", "0"),
          Map.entry("mcp.pageSizes.tasks", "0"),
          Map.entry("mcp.requestTimeout", "5 minutes"),
          Map.entry("mcp.maxOutputSize", "10 megabytes"),
          Map.entry("mcp.keepAlive", "15 seconds"),
          Map.entry("mcp.streamRetry", "1 second"),
          Map.entry("mcp.trafficLog.enabled", "false"),
          Map.entry("mcp.trafficLog.maxLength", "2000"),
          Map.entry("mcp.trafficLog.publicBaseUri", "false"),
          Map.entry("mcp.shutdownGrace", "10 seconds"),
          Map.entry("mcp.virtualThreads", "AUTO"),
          Map.entry("mcp.sessions.timeout", "5 minutes"),
          Map.entry("mcp.sessions.pingInterval", "0 seconds"),
          Map.entry("mcp.sessions.max", "10000"),
          Map.entry("mcp.sessions.maxPerCaller", "100"),
          Map.entry("edge.allowedHosts", ""),
          Map.entry("edge.corsOrigins", "*"),
          Map.entry("edge.maxRequestSize", "10 megabytes"),
          Map.entry("auth.server.access.login.claims", ""),
          Map.entry("auth.server.access.login.domains", ""),
          Map.entry("auth.server.access.login.subjects", ""),
          Map.entry("auth.server.access.scopes", "{}"),
          Map.entry("auth.server.lifetimes.refreshReuse", "0 seconds"),
          Map.entry("auth.server.localConsent", "SAME_ADDRESS"),
          Map.entry("auth.server.redirectSchemes", "[]"),
          Map.entry("auth.server.scopes", "{}"),
          Map.entry("edge.adminHosts", ""),
          Map.entry("edge.bodyRate", "10 kibibytes"),
          Map.entry("edge.bodyTime", "30 seconds"),
          Map.entry("edge.corsHeaders", ""),
          Map.entry("edge.maxConnections", "20000"),
          Map.entry("edge.maxSlowBodies", "10000"),
          Map.entry("edge.maxSlowBytes", "64 mebibytes"),
          Map.entry("edge.trustedProxies", ""),
          Map.entry("limits.rate.failed", "200/60s"),
          Map.entry("limits.rate.guesses", "100/60s"),
          Map.entry("limits.rate.pages", "200/60s"),
          Map.entry("store.type", "MEMORY"),
          Map.entry("store.url", "redis://localhost:6379"),
          Map.entry("limits.rate.requests", "off"),
          Map.entry("limits.rate.token", "300/5s"),
          Map.entry("limits.rate.register", "60/60s"),
          Map.entry("limits.rate.login", "200/60s"),
          Map.entry("limits.warnSessions", "1000"),
          Map.entry("limits.warnTokens", "10000"),
          Map.entry("limits.warnHeap", "500 megabytes"),
          Map.entry("management.token", ""),
          Map.entry("clientCheck", "AUTO"),
          Map.entry("tracing.endpoint", ""),
          Map.entry("tracing.headers", ""),
          Map.entry("tracing.serviceName", ""),
          Map.entry("tracing.sampleRatio", "1.0"),
          Map.entry("tracing.interval", "5 seconds"),
          Map.entry("tracing.timeout", "10 seconds"),
          Map.entry("auth.mode", "INTEGRATED"),
          Map.entry("tenants.resolutionOrder", "token, claim, subject"),
          Map.entry("tenants.defaultServer", "true"),
          Map.entry("tenants.declared", "[]"),
          Map.entry("mounts", "[]"),
          Map.entry("auth.additionalModes", ""),
          Map.entry("auth.anonymousInitialize", "false"),
          Map.entry("auth.tenantClaim", ""),
          Map.entry("auth.exposedClaims", ""),
          Map.entry("auth.customClass", ""),
          Map.entry("auth.separate.url", "http://localhost:3001"),
          Map.entry("auth.separate.port", "3001"),
          Map.entry("auth.separate.adminPort", "3002"),
          Map.entry("auth.separate.verification", "INTROSPECTION"),
          Map.entry("auth.separate.clientId", "everything-server"),
          Map.entry("auth.separate.clientSecret", "development-only"),
          Map.entry("auth.separate.timeout", "2 seconds"),
          Map.entry("auth.separate.healthCheckInterval", "5 seconds"),
          Map.entry("auth.separate.cacheTtl", "60 seconds"),
          Map.entry("auth.jwt.secret", ""),
          Map.entry("auth.jwt.jwksUri", ""),
          Map.entry("auth.jwt.keyFile", ""),
          Map.entry("auth.jwt.issuer", ""),
          Map.entry("auth.jwt.audience", ""),
          Map.entry("auth.apiKeys.keys", ""),
          Map.entry("auth.apiKeys.hashed", "[]"),
          Map.entry("auth.server.accessTokenFormat", "JWT"),
          Map.entry("auth.server.registration", "ON"),
          Map.entry("auth.server.maxPendingRegistrations", "10000"),
          Map.entry("auth.server.maxPendingAuthorizations", "10000"),
          Map.entry("auth.server.encryptionKey", ""),
          Map.entry("auth.server.resources", "[]"),
          Map.entry("auth.server.clients", "[]"),
          Map.entry("auth.server.fakeUsers", "[]"),
          Map.entry("auth.server.lifetimes.authorizationRequest", "10 minutes"),
          Map.entry("auth.server.lifetimes.authorizationCode", "10 minutes"),
          Map.entry("auth.server.lifetimes.accessToken", "1 hour"),
          Map.entry("auth.server.lifetimes.refreshToken", "7 days"),
          Map.entry("auth.server.lifetimes.clientRegistration", "30 days"),
          Map.entry("auth.server.lifetimes.consent", "30 days"),
          Map.entry("auth.server.lifetimes.browserLogin", "8 hours"),
          Map.entry("auth.server.lifetimes.signingKey", "30 days"),
          Map.entry("auth.server.metadataDocuments.enabled", "ON"),
          Map.entry("auth.server.metadataDocuments.loopback", "OFF"),
          Map.entry("auth.server.metadataDocuments.maxSize", "5 kibibytes"),
          Map.entry("auth.server.metadataDocuments.timeout", "5 seconds"),
          Map.entry("auth.server.upstream.provider", "OIDC"),
          Map.entry("auth.server.upstream.discoveryUrl", ""),
          Map.entry("auth.server.upstream.clientId", ""),
          Map.entry("auth.server.upstream.clientSecret", ""),
          Map.entry("auth.server.upstream.scopes", ""));

  @Test
  void eachPropertyHasItsNameAndDefault() {
    assertThat(ConfigurationFile.values(new McpConfiguration()))
        .containsExactlyInAnyOrderEntriesOf(DEFAULTS);
  }

  @Test
  void fileNamesExactlyTheProperties() throws IOException {
    Set<String> named = new TreeSet<>();
    JsonNode file = new YAMLMapper().readTree(Files.readString(ConfigurationFile.PATH));
    for (String part :
        Set.of(
            "baseUri",
            "mcp",
            "edge",
            "store",
            "auth",
            "tenants",
            "mounts",
            "limits",
            "management",
            "clientCheck",
            "tracing")) {
      collect(part, file.path(part), named);
    }
    Set<String> expected = new TreeSet<>(DEFAULTS.keySet());
    expected.addAll(OF_THE_FILE.keySet());
    expected.remove(SCOPES);
    assertThat(named).isEqualTo(expected);
  }

  private static void collect(String path, JsonNode node, Set<String> names) {
    if (node.isObject() && !node.isEmpty()) {
      node.properties().forEach(e -> collect(path + "." + e.getKey(), e.getValue(), names));
    } else {
      names.add(path);
    }
  }

  @Test
  void withoutEnvironmentTheFileHasTheDefaults() throws Exception {
    Map<String, String> ofTheFile = new TreeMap<>(DEFAULTS);
    ofTheFile.putAll(OF_THE_FILE);
    ofTheFile.remove(SCOPES);
    assertThat(ConfigurationFile.values(ConfigurationFile.load(Map.of())))
        .containsExactlyInAnyOrderEntriesOf(ofTheFile);
  }
}
