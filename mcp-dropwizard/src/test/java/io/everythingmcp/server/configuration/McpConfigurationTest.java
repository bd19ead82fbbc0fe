package io.everythingmcp.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Names and defaults that people's files and scripts rely on. */
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

  /** A map, of which the file has an entry. */
  private static final String SCOPES = "auth.server.access.scopes";

  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("baseUri", "http://localhost:3232"),
          Map.entry("mcp.eras", "BOTH"),
          Map.entry("mcp.fixtures", "false"),
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

  /** For each variable a value that is not its default, and what it does. */
  private static final Map<String, Map<String, String>> EFFECTS =
      Map.ofEntries(
          effect("PORT=4000", "application.port=4000", "baseUri=http://localhost:4000"),
          effect("HOST=0.0.0.0", "application.bindHost=0.0.0.0"),
          effect("ADMIN_PORT=4001", "admin.port=4001"),
          effect("ADMIN_HOST=::1", "admin.bindHost=::1"),
          effect("BASE_URI=https://mcp.example/here", "baseUri=https://mcp.example/here"),
          effect("STORE=redis", "store.type=REDIS"),
          effect("REDIS_URL=rediss://redis:1", "store.url=rediss://redis:1"),
          effect("ERAS=stateless", "mcp.eras=STATELESS"),
          effect("FIXTURES=true", "mcp.fixtures=true"),
          effect("SERVER_NAME=mine", "mcp.serverName=mine"),
          effect("SERVER_TITLE=Mine", "mcp.presentation.title=Mine"),
          effect("SERVER_DESCRIPTION=A", "mcp.presentation.description=A"),
          effect("SERVER_WEBSITE=https://a", "mcp.presentation.website=https://a"),
          effect("SERVER_INSTRUCTIONS=Read", "mcp.presentation.instructions=Read"),
          effect("SERVER_VERSION=1.2", "mcp.serverVersion=1.2"),
          effect("ALLOWED_HOSTS=a,b:1", "edge.allowedHosts=a,b:1"),
          effect("CORS_ORIGINS=https://a", "edge.corsOrigins=https://a"),
          effect("ACCESS_SUBJECTS=a", "auth.server.access.login.subjects=a"),
          effect("ACCESS_DOMAINS=a.example", "auth.server.access.login.domains=a.example"),
          effect("ACCESS_CLAIMS=group=a", "auth.server.access.login.claims=group=a"),
          effect("ADMIN_SUBJECTS=a", "auth.server.access.scopes.mcp:admin.subjects=a"),
          effect(
              "ADMIN_DOMAINS=a.example", "auth.server.access.scopes.mcp:admin.domains=a.example"),
          effect("ADMIN_CLAIMS=group=a", "auth.server.access.scopes.mcp:admin.claims=group=a"),
          effect("ADMIN_ALLOWED_HOSTS=a", "edge.adminHosts=a"),
          effect("BODY_TIME=9s", "edge.bodyTime=9 seconds"),
          effect("CORS_HEADERS=x-a", "edge.corsHeaders=x-a"),
          effect("MAX_CONNECTIONS=9000", "edge.maxConnections=9000"),
          effect("TRUSTED_PROXIES=10.0.0.0/8", "edge.trustedProxies=10.0.0.0/8"),
          effect("SESSION_PING=9s", "mcp.sessions.pingInterval=9 seconds"),
          effect("SESSION_TIMEOUT=1h", "mcp.sessions.timeout=1 hour"),
          effect("MAX_SESSIONS=7", "mcp.sessions.max=7"),
          effect("MAX_SESSIONS_PER_CALLER=3", "mcp.sessions.maxPerCaller=3"),
          effect("MAX_REQUEST_SIZE=1MB", "edge.maxRequestSize=1 megabyte"),
          effect(
              "PAGE_SIZE=7",
              "mcp.pageSize=7",
              "mcp.pageSizes.tools=7",
              "mcp.pageSizes.prompts=7",
              "mcp.pageSizes.resourceTemplates=7"),
          effect("MAX_OUTPUT_SIZE=2KB", "mcp.maxOutputSize=2 kilobytes"),
          effect("REQUEST_TIMEOUT=30s", "mcp.requestTimeout=30 seconds"),
          effect("KEEP_ALIVE=1s", "mcp.keepAlive=1 second"),
          effect("RATE_LIMIT=1000/15m", "limits.rate.requests=1000/900s"),
          effect("MANAGEMENT_TOKEN=secret", "management.token=secret"),
          effect("CLIENT_CHECK=false", "clientCheck=FALSE"),
          effect("OTEL_EXPORTER_OTLP_ENDPOINT=http://a:4318", "tracing.endpoint=http://a:4318"),
          effect("OTEL_EXPORTER_OTLP_HEADERS=a=1,b=%20", "tracing.headers=a=1,b=%20"),
          effect("OTEL_SERVICE_NAME=ours", "tracing.serviceName=ours"),
          effect("OTEL_TRACES_SAMPLER_ARG=0.25", "tracing.sampleRatio=0.25"),
          effect("LOG_FORMAT=json", "logging.format=JSON"),
          effect("REQUEST_LOG=true", "requestLog.enabled=true"),
          effect("LOG_LEVEL=DEBUG", "logging.level=DEBUG"),
          effect("AUTH_MODE=none", "auth.mode=NONE"),
          effect("AUTH_SERVER_URL=http://localhost:4/a", "auth.separate.url=http://localhost:4/a"),
          effect(
              "AUTH_SERVER_PORT=4003",
              "auth.separate.port=4003",
              "auth.separate.url=http://localhost:4003"),
          effect("AUTH_SERVER_ADMIN_PORT=4004", "auth.separate.adminPort=4004"),
          effect("VERIFICATION=jwks", "auth.separate.verification=JWKS"),
          effect("INTROSPECTION_CLIENT_ID=me", "auth.separate.clientId=me"),
          effect("INTROSPECTION_CLIENT_SECRET=mine", "auth.separate.clientSecret=mine"),
          effect("JWT_SECRET=s", "auth.jwt.secret=s"),
          effect("JWT_JWKS_URI=https://a/jwks", "auth.jwt.jwksUri=https://a/jwks"),
          effect("JWT_ISSUER=https://a", "auth.jwt.issuer=https://a"),
          effect("JWT_AUDIENCE=us", "auth.jwt.audience=us"),
          effect("API_KEYS=a,b", "auth.apiKeys.keys=a,b"),
          effect("AUTH_CUSTOM_CLASS=a.B", "auth.customClass=a.B"),
          effect("ACCESS_TOKEN_FORMAT=opaque", "auth.server.accessTokenFormat=OPAQUE"),
          effect("REGISTRATION=off", "auth.server.registration=OFF"),
          effect("ENCRYPTION_KEY=k", "auth.server.encryptionKey=k"),
          effect("OAUTH_PROVIDER=google", "auth.server.upstream.provider=GOOGLE"),
          effect("OAUTH_DISCOVERY_URL=https://a", "auth.server.upstream.discoveryUrl=https://a"),
          effect("OAUTH_CLIENT_ID=us", "auth.server.upstream.clientId=us"),
          effect("OAUTH_CLIENT_SECRET=ours", "auth.server.upstream.clientSecret=ours"));

  /** Variables that make no sense without another one. */
  private static final Set<String> WITH_ANOTHER = Set.of("AUTH_ALSO", "ANONYMOUS_INITIALIZE");

  private static Map.Entry<String, Map<String, String>> effect(String set, String... becomes) {
    Map<String, String> effects = new HashMap<>();
    for (String entry : becomes) {
      effects.put(entry.split("=", 2)[0], entry.split("=", 2)[1]);
    }
    return Map.entry(set, effects);
  }

  @Test
  void eachPropertyHasItsNameAndDefault() {
    assertThat(ConfigurationFile.values(new McpConfiguration()))
        .containsExactlyInAnyOrderEntriesOf(DEFAULTS);
  }

  @Test
  void theFileNamesEveryPropertyAndNoOther() throws IOException {
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
  void withoutAnEnvironmentTheFileSaysWhatIsTheDefaultAnyway() throws Exception {
    Map<String, String> ofTheFile = new TreeMap<>(DEFAULTS);
    ofTheFile.putAll(OF_THE_FILE);
    ofTheFile.remove(SCOPES);
    assertThat(ConfigurationFile.values(ConfigurationFile.load(Map.of())))
        .containsExactlyInAnyOrderEntriesOf(ofTheFile);
  }

  @Test
  void eachVariableDoesWhatItIsForAndNothingElse() throws Exception {
    Map<String, String> usual = ConfigurationFile.everything(ConfigurationFile.load(Map.of()));
    for (Map.Entry<String, Map<String, String>> effect : EFFECTS.entrySet()) {
      String[] set = effect.getKey().split("=", 2);
      Map<String, String> expected = new TreeMap<>(usual);
      expected.putAll(effect.getValue());
      assertThat(expected).as(effect.getKey()).isNotEqualTo(usual);
      assertThat(ConfigurationFile.everything(ConfigurationFile.load(Map.of(set[0], set[1]))))
          .as(effect.getKey())
          .isEqualTo(expected);
    }
  }

  @Test
  void allVariablesOfTheFileAreTriedAndDocumented() throws IOException {
    Set<String> read = variables(ConfigurationFile.text());
    Set<String> tried = new TreeSet<>(WITH_ANOTHER);
    EFFECTS.keySet().forEach(set -> tried.add(set.split("=", 2)[0]));
    assertThat(tried).isEqualTo(read);
    assertThat(EnvironmentTable.read().keySet()).containsExactlyInAnyOrderElementsOf(read);
  }

  @Test
  void theConfigurationPageHasTheDefaultsOfTheFile() throws IOException {
    String file = ConfigurationFile.text();
    EnvironmentTable.read()
        .forEach(
            (variable, cell) -> {
              if (cell.startsWith("`")) {
                assertThat(file).contains("${" + variable + ":-" + cell.replace("`", "") + "}");
              } else {
                assertThat(file).as(cell + " is computed").contains("${" + variable + ":-}");
              }
            });
  }

  private static Set<String> variables(String text) {
    Set<String> variables = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\$\\{([A-Z_]+)").matcher(text);
    while (matcher.find()) {
      variables.add(matcher.group(1));
    }
    return variables;
  }

  @Test
  void waysThatGoTogetherMayBeAcceptedTogether() throws Exception {
    McpConfiguration both =
        ConfigurationFile.load(
            Map.of(
                "AUTH_MODE", "separate",
                "AUTH_ALSO", "api-key, jwt",
                "API_KEYS", "a",
                "JWT_SECRET", "0123456789abcdef0123456789abcdef",
                "ANONYMOUS_INITIALIZE", "true"));
    assertThat(both.getAuth().furtherModes())
        .containsExactly(AuthConfiguration.Mode.API_KEY, AuthConfiguration.Mode.JWT);
    assertThat(both.getAuth().isAnonymousInitialize()).isTrue();
  }
}
