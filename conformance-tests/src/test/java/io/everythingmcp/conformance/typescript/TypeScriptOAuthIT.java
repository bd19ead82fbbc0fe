package io.everythingmcp.conformance.typescript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.Json;
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
 * The OAuth code that the TypeScript SDKs come with goes all the way, in both eras, with each of
 * the three ways in which a client can be known.
 */
class TypeScriptOAuthIT {
  private static final String REDIRECT = "http://127.0.0.1:33418/callback";
  private static final List<String> GENERATIONS = List.of("1", "2-legacy", "2-modern");

  /** Fewer lines than these mean that the script has lost some of its checks. */
  private static final int CHECKS = 6;

  private static MetadataDocumentServer document;
  private static ServerProcess server;

  @BeforeAll
  static void start() throws Exception {
    document = MetadataDocumentServer.start(REDIRECT);
    List<String> jvm = new ArrayList<>(List.of(document.trust()));
    jvm.addAll(List.of("-Xmx256m", "-Ddw.auth.server.metadataDocuments.loopback=on"));
    server = ServerLaunch.with("AUTH_MODE", "integrated").jvm(jvm.toArray(String[]::new)).start();
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
  Stream<DynamicTest> isKnownBeforehand() throws Exception {
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
  Stream<DynamicTest> isDescribedByADocument() {
    return GENERATIONS.stream()
        .flatMap(generation -> tests(generation, "document", document.address()));
  }

  /** Somebody registers the client by hand, and tells it what it is called. */
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
    return Json.read(response.body());
  }

  private static Stream<DynamicTest> tests(String generation, String... registration) {
    URI uri = server.uri();
    String origin = uri.getScheme() + "://" + uri.getAuthority();
    List<String> arguments = new ArrayList<>(List.of("oauth.mjs", generation, origin));
    arguments.addAll(List.of(registration));
    List<NodeScripts.Line> lines = NodeScripts.run(arguments);
    String name = "SDK " + generation + ", " + registration[0] + ": ";
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
