package io.everythingmcp.conformance.typescript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The OAuth implementation of the TypeScript SDKs completes the flow, in both eras, with each of
 * the three kinds of client identification.
 */
class TypeScriptOAuthIT {
  private static final String REDIRECT = "http://127.0.0.1:33418/callback";
  private static final String OPERATORS = "the-token-of-the-operators";
  private static final List<String> GENERATIONS = List.of("1", "2-legacy", "2-modern");

  /** Minimum number of lines: fewer lines mean that the script has lost checks. */
  private static final int CHECKS = 6;

  private static MetadataDocumentServer document;
  private static ServerProcess server;

  @BeforeAll
  static void start() throws Exception {
    document = MetadataDocumentServer.start(REDIRECT);
    List<String> jvm = new ArrayList<>(List.of(document.trust()));
    jvm.add("-Ddw.auth.server.metadataDocuments.loopback=on");
    server =
        ServerLaunch.with("AUTH_MODE", "integrated", "MANAGEMENT_TOKEN", OPERATORS)
            .jvm(jvm.toArray(String[]::new))
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
    document.close();
  }

  @TestFactory
  Stream<DynamicTest> registersItself() {
    return GENERATIONS.stream().flatMap(generation -> tests(generation, "dynamic"));
  }

  @TestFactory
  Stream<DynamicTest> isPreRegistered() throws Exception {
    JsonNode client = register();
    return GENERATIONS.stream()
        .flatMap(
            generation ->
                tests(
                    generation,
                    "preregistered",
                    client.path("client_id").asText(),
                    client.path("client_secret").asText()));
  }

  @TestFactory
  Stream<DynamicTest> hasAMetadataDocument() {
    return GENERATIONS.stream()
        .flatMap(generation -> tests(generation, "document", document.address()));
  }

  /** A tenant that is added at run time has an address, which is a separate protected resource. */
  @TestFactory
  Stream<DynamicTest> logsInAtTheAddressOfATenant() {
    RawResponse added =
        server
            .client()
            .request("POST", "/management/tenants")
            .header("Authorization", "Bearer " + OPERATORS)
            .body("{\"id\":\"acme\",\"subjects\":[\"alice\",\"bob\"]}".getBytes(UTF_8))
            .send();
    assertThat(added.status()).as(added.toString()).isEqualTo(201);
    return Stream.of("1", "2-modern")
        .flatMap(generation -> testsAt(server.uri() + "/t/acme/mcp", generation, "dynamic"));
  }

  @TestFactory
  Stream<DynamicTest> logsInUnderAnotherLoopbackName() {
    String address = "http://127.0.0.1:" + server.uri().getPort() + "/mcp";
    return Stream.of("1", "2-legacy")
        .flatMap(generation -> testsAt(address, generation, "dynamic"));
  }

  /** Registers the client and passes its client id to it. */
  private static JsonNode register() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri().resolve("/register"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    """
                    {"client_name":"Registered by hand","redirect_uris":["%s"],
                     "token_endpoint_auth_method":"client_secret_basic",
                     "grant_types":["authorization_code","refresh_token"]}
                    """
                        .formatted(REDIRECT)))
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return JsonTrees.read(response.body());
  }

  private static Stream<DynamicTest> tests(String generation, String... registration) {
    URI uri = server.uri();
    return testsAt(uri.getScheme() + "://" + uri.getAuthority(), generation, registration);
  }

  private static Stream<DynamicTest> testsAt(
      String address, String generation, String... registration) {
    List<String> arguments = new ArrayList<>(List.of("oauth.mjs", generation, address));
    arguments.addAll(List.of(registration));
    List<NodeScripts.Line> lines = NodeScripts.run(arguments);
    String name = "SDK " + generation + ", " + registration[0] + " at " + address + ": ";
    DynamicTest enough =
        DynamicTest.dynamicTest(
            name + "all checks are made",
            () -> assertThat(lines).hasSizeGreaterThanOrEqualTo(CHECKS));
    return Stream.concat(Stream.of(enough), lines.stream().map(line -> test(name, line)));
  }

  private static DynamicTest test(String name, NodeScripts.Line line) {
    return DynamicTest.dynamicTest(
        name + line.name(),
        () -> {
          if (!line.ok()) {
            fail(line.detail());
          }
        });
  }
}
