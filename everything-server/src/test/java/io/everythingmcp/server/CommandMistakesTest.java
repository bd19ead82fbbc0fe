package io.everythingmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.util.JarLocation;
import io.everythingmcp.everything.EverythingApplication;
import io.everythingmcp.server.configuration.McpConfiguration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All commands report invalid options with the same message: one line each, without a stack trace.
 */
class CommandMistakesTest {
  private static final Path FILE = Path.of("..", "config.yml");
  private static final List<String> COMMANDS = List.of("check", "server", "auth-server", "stdio");
  private static final List<String> TWO = COMMANDS.subList(0, 2);

  private record Outcome(boolean failed, List<String> errors) {}

  private static Outcome run(Map<String, String> variables, String... arguments) {
    EverythingApplication application = new EverythingApplication(variables::get);
    Bootstrap<McpConfiguration> bootstrap = new Bootstrap<>(application);
    application.addDefaultCommands(bootstrap);
    application.initialize(bootstrap);
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    Cli cli =
        new Cli(
            new JarLocation(CommandMistakesTest.class),
            bootstrap,
            new ByteArrayOutputStream(),
            errors);
    boolean failed = cli.run(arguments).isPresent();
    return new Outcome(failed, errors.toString(StandardCharsets.UTF_8).lines().toList());
  }

  private static Map<String, String> variables(String set) {
    Map<String, String> variables = new HashMap<>();
    for (String entry : set.split(" ", -1)) {
      variables.put(entry.split("=", 2)[0], entry.split("=", 2)[1]);
    }
    return variables;
  }

  /** Returns the lines, which are equal for all commands. */
  private static List<String> refusal(
      Map<String, String> variables, Path file, List<String> commands) {
    List<String> expected = null;
    for (String command : commands) {
      Outcome outcome = run(variables, command, file.toString());
      assertThat(outcome.failed()).as(command + " " + variables).isTrue();
      expected = expected == null ? outcome.errors() : expected;
      assertThat(outcome.errors()).as(command).isEqualTo(expected);
    }
    return expected;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "AUTH_MODE=off; auth.mode (AUTH_MODE) is 'off'; integrated, separate, jwt, api_key",
        "ERAS=none; mcp.eras (ERAS) is 'none'; both, stateful, stateless",
        "STORE=disk; store.type (STORE) is 'disk'; memory, redis",
        "VERIFICATION=magic; auth.separate.verification (VERIFICATION) is 'magic'; introspection",
        "REGISTRATION=maybe; auth.server.registration (REGISTRATION) is 'maybe'; on, off",
        "ACCESS_TOKEN_FORMAT=xml; (ACCESS_TOKEN_FORMAT) is 'xml'; jwt, opaque",
        "OAUTH_PROVIDER=myspace; (OAUTH_PROVIDER) is 'myspace'; google, github, auth0, keycloak",
        "LOG_FORMAT=xml; (LOG_FORMAT) is 'xml'; text, json",
        "LOG_LEVEL=verbose; logging.level (LOG_LEVEL) is 'verbose'; INFO",
        "FIXTURES=maybe; mcp.fixtures (FIXTURES) is 'maybe'; true or false",
        "ANONYMOUS_INITIALIZE=2; (ANONYMOUS_INITIALIZE) is '2'; true or false",
        "REQUEST_LOG=some; (REQUEST_LOG) is 'some'; true or false",
        "SESSION_TIMEOUT=5; mcp.sessions.timeout (SESSION_TIMEOUT) is '5'; 30s",
        "SESSION_TIMEOUT=0s; mcp.sessions.timeout (SESSION_TIMEOUT) is '0s'; at least 50ms",
        "SESSION_TIMEOUT=99999d; (SESSION_TIMEOUT) is '99999d'; at most 3650d",
        "REQUEST_TIMEOUT=soon; mcp.requestTimeout (REQUEST_TIMEOUT) is 'soon'; 30s",
        "KEEP_ALIVE=-1s; mcp.keepAlive (KEEP_ALIVE) is '-1s'; 30s",
        "MAX_REQUEST_SIZE=ten; edge.maxRequestSize (MAX_REQUEST_SIZE) is 'ten'; 10MB",
        "MAX_REQUEST_SIZE=0B; edge.maxRequestSize (MAX_REQUEST_SIZE) is '0B'; at least 1 bytes",
        "MAX_REQUEST_SIZE=9GB; (MAX_REQUEST_SIZE) is '9GB'; at most 1 gibibytes",
        "MAX_OUTPUT_SIZE=much; mcp.maxOutputSize (MAX_OUTPUT_SIZE) is 'much'; 10MB",
        "MAX_SESSIONS=many; mcp.sessions.max (MAX_SESSIONS) is 'many'; a whole number",
        "MAX_SESSIONS=1.5; mcp.sessions.max (MAX_SESSIONS) is '1.5'; a whole number",
        "MAX_SESSIONS=0; mcp.sessions.max (MAX_SESSIONS) is '0'; at least 1",
        "MAX_SESSIONS_PER_CALLER=99999999999; (MAX_SESSIONS_PER_CALLER); a whole number",
        "RATE_LIMIT=5; limits.rate.requests (RATE_LIMIT) is '5'; 300/5s",
        "RATE_LIMIT=0/1m; limits.rate.requests (RATE_LIMIT) is '0/1m'; or off",
        "PORT=abc; server.applicationConnectors[0].port (PORT) is 'abc'; a whole number",
        "PORT=70000; server.applicationConnectors[0].port (PORT) is '70000'; 65535",
        "ADMIN_PORT=-1; server.adminConnectors[0].port (ADMIN_PORT) is '-1'; a port from 1",
        "ADMIN_PORT=3232; (ADMIN_PORT) are both '3232'; two ports",
        "AUTH_SERVER_PORT=x; auth.separate.port (AUTH_SERVER_PORT) is 'x'; a whole number",
        "AUTH_SERVER_ADMIN_PORT=3001; (AUTH_SERVER_ADMIN_PORT) are both '3001'; two ports",
        "HOST=no.such.host.invalid; bindHost (HOST) is 'no.such.host.invalid'; 127.0.0.1",
        "ADMIN_HOST=203.0.113.7; bindHost (ADMIN_HOST) is '203.0.113.7'; local IP address",
        "BASE_URI=http://localhost:3232/; baseUri (BASE_URI) is 'http://localhost:3232/'; slash",
        "BASE_URI=localhost:3232; baseUri (BASE_URI) is 'localhost:3232'; http or https",
        "BASE_URI=ftp://localhost; baseUri (BASE_URI) is 'ftp://localhost'; http or https",
        "BASE_URI=http://localhost:99999; (BASE_URI) is 'http://localhost:99999'; http or https",
        "BASE_URI=http://a_b:x; baseUri (BASE_URI) is 'http://a_b:x'; http or https",
        "AUTH_SERVER_URL=nowhere; auth.separate.url (AUTH_SERVER_URL) is 'nowhere'; http or https",
        "ALLOWED_HOSTS=http://a; edge.allowedHosts (ALLOWED_HOSTS) is 'http://a'; without a scheme",
        "CORS_ORIGINS=a.example; edge.corsOrigins (CORS_ORIGINS) is 'a.example'; https://app",
        "CORS_ORIGINS=https://a/; edge.corsOrigins (CORS_ORIGINS) is 'https://a/'; without a path",
        "STORE=redis REDIS_URL=http://a; store.url (REDIS_URL) is 'http://a'; redis://",
        "STORE=redis REDIS_URL=redis-cluster://a/1; store.url (REDIS_URL); database other than 0",
        "AUTH_MODE=oauth2 OAUTH_PROVIDER=google; auth.server.upstream.clientId (OAUTH_CLIENT_ID);"
            + " client id",
        "AUTH_MODE=oauth2 OAUTH_CLIENT_ID=a; upstream.discoveryUrl (OAUTH_DISCOVERY_URL); issuer",
        "AUTH_MODE=oauth2 OAUTH_CLIENT_ID=a OAUTH_DISCOVERY_URL=x; (OAUTH_DISCOVERY_URL) is 'x';"
            + " https URL",
        "AUTH_MODE=custom; auth.customClass (AUTH_CUSTOM_CLASS); Authenticator",
        "AUTH_MODE=custom AUTH_CUSTOM_CLASS=Nope; (AUTH_CUSTOM_CLASS) is 'Nope'; class path",
        "AUTH_MODE=custom AUTH_CUSTOM_CLASS=java.lang.String; 'java.lang.String'; Authenticator",
        "AUTH_MODE=custom AUTH_CUSTOM_CLASS=java.lang.Math; 'java.lang.Math'; constructor",
        "AUTH_MODE=jwt; auth.mode (AUTH_MODE); JWT_SECRET",
        "AUTH_MODE=jwt JWT_SECRET=short; auth.jwt.secret (JWT_SECRET); at least 32",
        "AUTH_MODE=jwt JWT_JWKS_URI=x JWT_ISSUER=a; (JWT_JWKS_URI) is 'x'; https URL",
        "AUTH_MODE=api_key; auth.mode (AUTH_MODE); API_KEYS",
        "AUTH_ALSO=what; auth.additionalModes (AUTH_ALSO) has 'what'; jwt, api_key",
        "ENCRYPTION_KEY=short; auth.server.encryptionKey (ENCRYPTION_KEY); 32",
        "OTEL_EXPORTER_OTLP_ENDPOINT=a:4318; (OTEL_EXPORTER_OTLP_ENDPOINT) is 'a:4318'; https URL",
        "OTEL_TRACES_SAMPLER_ARG=2; (OTEL_TRACES_SAMPLER_ARG) is '2'; at most 1",
        "OTEL_TRACES_SAMPLER_ARG=x; (OTEL_TRACES_SAMPLER_ARG) is 'x'; a number"
      })
  void invalidVariableIsOneLineWithTheAllowedValues(String set, String wrong, String allowed) {
    assertThat(refusal(variables(set), FILE, TWO))
        .singleElement()
        .asString()
        .contains(wrong)
        .contains(allowed)
        .doesNotContain("short");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "streamRetry: 1s; streamretry: 1s; mcp.streamretry is not a setting; streamRetry",
        "streamRetry: 1s; streamRetry: soon; mcp.streamRetry is 'soon'; 30s",
        "mode: ${AUTH_MODE:-integrated}; mode: off; auth.mode is 'off'; integrated",
        "declared: []; declared: 7; tenants.declared is '7'; a list",
        "declared: []; declared: [{id: a, colour: red}]; tenants.declared[0] (a); colour",
        "declared: []; declared: [{id: a}, {id: a}]; tenants.declared[1] (a); duplicate id",
        "mounts: []; mounts: [{path: /x}]; mounts[0].path is '/x'; below /mcp",
        "mounts: []; mounts: [{path: /mcp/a}, {path: /mcp/a}]; mounts, /mcp/a; duplicate path",
        "mounts: []; mounts: [{path: /mcp/a, server: {features: {tools: [nope]}}}]; mounts, /mcp/a;"
            + " nope",
        "keyFile: \"\"; keyFile: /no/such.pem; auth.jwt.keyFile is '/no/such.pem'; readable",
        "clients: []; clients: [{id: a, redirectUris: ['javascript:x']}]; auth.server.clients, a;"
            + " javascript",
        "resources: []; resources: ['#']; auth.server.resources; #",
        "type: redacted; type: scrolls; server.requestLog; appenders",
        "com.networknt: ERROR; com.networknt: LOUD; logging.loggers.com.networknt is 'LOUD'; WARN",
        "headers: [User-Agent; headers: [Cookie, User-Agent; server.requestLog; must not name",
        "resolutionOrder: token, claim, subject; resolutionOrder: owl; tenants; resolutionOrder"
            + " must"
      })
  void invalidFileIsOneLineWithTheAllowedValues(
      String usual, String written, String wrong, String allowed, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("config.yml");
    String text = Files.readString(FILE);
    assertThat(text).contains(usual);
    Files.writeString(
        file, text.replaceFirst(Pattern.quote(usual), Matcher.quoteReplacement(written)));
    boolean jwt = usual.startsWith("keyFile");
    Map<String, String> variables =
        jwt ? Map.of("AUTH_MODE", "jwt", "JWT_ISSUER", "a") : Map.of("PORT", "0");
    assertThat(refusal(variables, file, TWO))
        .singleElement()
        .asString()
        .contains(wrong)
        .contains(allowed);
  }

  @Test
  void allErrorsAreReportedTogether() {
    Map<String, String> variables =
        variables("AUTH_MODE=off PORT=x SESSION_TIMEOUT=5 MAX_SESSIONS=0 BASE_URI=http://a/");
    assertThat(refusal(variables, FILE, COMMANDS)).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "- a", "a: b: c", "mcp: [", "\t"})
  void fileWithoutSettingsIsOneLine(String text, @TempDir Path folder) throws IOException {
    Path file = folder.resolve("mine.yml");
    Files.writeString(file, text);
    assertThat(refusal(Map.of(), file, TWO)).singleElement().asString().contains("mine.yml");
  }

  @Test
  void unreadableFileIsOneLine(@TempDir Path folder) {
    assertThat(refusal(Map.of(), folder.resolve("none.yml"), COMMANDS))
        .singleElement()
        .asString()
        .contains("none.yml", "cannot be read");
    assertThat(refusal(Map.of(), folder, TWO))
        .singleElement()
        .asString()
        .contains("cannot be read");
  }

  @ParameterizedTest
  @CsvSource({
    "server, PORT, ADMIN_PORT",
    "server, ADMIN_PORT, PORT",
    "auth-server, AUTH_SERVER_PORT, AUTH_SERVER_ADMIN_PORT",
    "auth-server, AUTH_SERVER_ADMIN_PORT, AUTH_SERVER_PORT"
  })
  void portInUseIsNamedWithItsVariable(String command, String variable, String other)
      throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      Outcome outcome = run(Map.of(variable, port, other, "0"), command, FILE.toString());
      assertThat(outcome.failed()).isTrue();
      assertThat(outcome.errors())
          .singleElement()
          .asString()
          .contains("(" + variable + ") is '" + port + "'", "free port");
    }
  }

  @Test
  void tokenWithoutSecretIsOneLine() {
    assertThat(run(Map.of(), "mint-jwt", FILE.toString(), "--subject", "a").errors())
        .singleElement()
        .asString()
        .contains("auth.jwt.secret (JWT_SECRET)", "32");
    assertThat(
            run(
                    Map.of("JWT_SECRET", "0123456789abcdef0123456789abcdef"),
                    "mint-jwt",
                    FILE.toString(),
                    "--subject",
                    "a",
                    "--ttl",
                    "soon")
                .errors())
        .singleElement()
        .asString()
        .contains("--ttl", "soon", "10m");
  }
}
