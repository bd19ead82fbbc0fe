package io.everythingmcp.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each environment variable of the configuration file sets its properties, and no others. */
class EnvironmentVariablesTest {
  /** For each variable a value that is not its default, and its effect. */
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
          effect("ENDPOINT_PATH=/api/mcp", "mcp.endpointPath=/api/mcp"),
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
          effect("TRAFFIC_LOG=true", "mcp.trafficLog.enabled=true"),
          effect("TRAFFIC_LOG_PUBLIC=true", "mcp.trafficLog.publicBaseUri=true"),
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

  /** Variables that require another one. */
  private static final Set<String> WITH_ANOTHER = Set.of("AUTH_ALSO", "ANONYMOUS_INITIALIZE");

  private static Map.Entry<String, Map<String, String>> effect(String set, String... becomes) {
    Map<String, String> effects = new HashMap<>();
    for (String entry : becomes) {
      effects.put(entry.split("=", 2)[0], entry.split("=", 2)[1]);
    }
    return Map.entry(set, effects);
  }

  @Test
  void eachVariableSetsItsPropertyOnly() throws Exception {
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
  void allVariablesOfTheFileAreTestedAndDocumented() throws IOException {
    Set<String> read = variables(ConfigurationFile.text());
    Set<String> tried = new TreeSet<>(WITH_ANOTHER);
    EFFECTS.keySet().forEach(set -> tried.add(set.split("=", 2)[0]));
    assertThat(tried).isEqualTo(read);
    assertThat(EnvironmentTable.read().keySet()).containsExactlyInAnyOrderElementsOf(read);
  }

  @Test
  void configurationPageHasTheDefaultsOfTheFile() throws IOException {
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
  void compatibleModesMayBeCombined() throws Exception {
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
