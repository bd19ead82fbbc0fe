package io.everythingmcp.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.Tool;
import io.everythingmcp.testing.RecordingCall;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credentials as a real service receives them. */
class ServiceCredentialsTest {
  private static LoopbackService service;

  @BeforeAll
  static void start() {
    service = LoopbackService.json("{}");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static OpenApiToolsBuilder builder(String scheme, String members) {
    String document =
        OperationDocuments.get("3.1.0", "/x", members)
            .replace(
                "\"paths\"",
                "\"components\": {\"securitySchemes\": {\"one\": {"
                    + scheme
                    + "}, \"two\": {\"type\": \"http\", \"scheme\": \"bearer\"}}},"
                    + " \"security\": [{\"one\": []}], \"paths\"");
    return OpenApiTools.from(document).baseUrl(service.url());
  }

  private static LoopbackService.Received sent(OpenApiToolsBuilder builder) {
    OperationDocuments.call(builder.build().tools().get(0), Map.of());
    return service.last();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "type": "apiKey", "in": "header", "name": "X-Key"  | X-key         | a b   | a b
          "type": "apiKey", "in": "cookie", "name": "key"    | Cookie        | abc   | key=abc
          "type": "http", "scheme": "Bearer"                 | Authorization | abc   | Bearer abc
          "type": "http", "scheme": "basic"                  | Authorization | u:p:q | Basic dTpwOnE=
          "type": "oauth2", "flows": {}                      | Authorization | abc   | Bearer abc
          "type": "openIdConnect", "openIdConnectUrl": "https://id.example.com" | Authorization | abc | Bearer abc
          """)
  void credentialIsSentWhereItsSchemeDeclares(
      String scheme, String header, String value, String expected) {
    LoopbackService.Received received =
        sent(builder(scheme, "").credential("one", context -> value));
    assertThat(received.header(header)).isEqualTo(expected);
  }

  @Test
  void apiKeyOfTheQueryReplacesAParameterOfTheCaller() {
    String scheme = "\"type\": \"apiKey\", \"in\": \"query\", \"name\": \"key\"";
    String parameter = "\"parameters\": [{\"name\": \"key\", \"in\": \"query\", \"schema\": {}}]";
    Tool tool =
        builder(scheme, parameter).credential("one", context -> "a&b").build().tools().get(0);
    OperationDocuments.call(tool, Map.of("key", "of the caller"));
    assertThat(service.last().target()).isEqualTo("/x?key=a%26b");
  }

  @Test
  void headerOfACredentialReplacesAParameterOfTheCaller() {
    String scheme = "\"type\": \"apiKey\", \"in\": \"header\", \"name\": \"X-Key\"";
    String parameter =
        "\"parameters\": [{\"name\": \"x-key\", \"in\": \"header\", \"schema\": {}}]";
    Tool tool =
        builder(scheme, parameter).credential("one", context -> "own").build().tools().get(0);
    OperationDocuments.call(tool, Map.of("x-key", "of the caller"));
    assertThat(service.last().headers().get("X-key")).containsExactly("own");
  }

  @Test
  void cookieOfTheCredentialsReplacesAParameterOfTheCaller() {
    String parameters =
        """
        "parameters": [{"name": "session", "in": "cookie", "schema": {}},
            {"name": "theme", "in": "cookie", "schema": {}}]
        """;
    Tool tool =
        builder("\"type\": \"mutualTLS\"", parameters)
            .credentials(context -> Map.of("cookie", "session=own; key=k"))
            .build()
            .tools()
            .get(0);
    OperationDocuments.call(tool, Map.of("session", "of the caller", "theme", "dark"));
    assertThat(service.last().header("Cookie")).isEqualTo("session=own; key=k; theme=dark");
  }

  @Test
  void credentialThatAHeaderCannotHaveIsNotReported() {
    Tool tool =
        builder("\"type\": \"http\", \"scheme\": \"bearer\"", "")
            .credential("one", context -> "secret\n")
            .build()
            .tools()
            .get(0);
    McpSchema.CallToolResult result = OperationDocuments.call(tool, Map.of());
    assertThat(result.isError()).isTrue();
    assertThat(OperationDocuments.text(result))
        .startsWith("The header Authorization cannot be sent")
        .doesNotContain("secret");
  }

  @Test
  void firstAlternativeWithAllCredentialsIsUsed() {
    String scheme = "\"type\": \"apiKey\", \"in\": \"header\", \"name\": \"X-Key\"";
    LoopbackService.Received received =
        sent(
            builder(scheme, "\"security\": [{\"one\": [], \"two\": []}, {\"two\": []}]")
                .credential("two", context -> "t"));
    assertThat(received.header("Authorization")).isEqualTo("Bearer t");
    assertThat(received.header("X-key")).isNull();
    LoopbackService.Received none =
        sent(builder(scheme, "\"security\": [{}]").credential("one", context -> "k"));
    assertThat(none.header("X-key")).isNull();
    LoopbackService.Received optional =
        sent(
            builder(scheme, "\"security\": [{}, {\"one\": []}]").credential("one", context -> "k"));
    assertThat(optional.header("X-key")).isEqualTo("k");
  }

  @Test
  void headersCanDependOnTheCallerWithoutItsToken() {
    CallerIdentity caller =
        new CallerIdentity(
            "bearer",
            Optional.of("https://issuer.example.com"),
            Optional.of("alice"),
            Optional.empty(),
            Set.of("mcp:read"),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    Tool tool =
        builder("\"type\": \"mutualTLS\"", "")
            .credentials(context -> Map.of("X-User", context.caller().subject().orElse("")))
            .build()
            .tools()
            .get(0);
    tool.call(RecordingCall.empty().from(caller));
    assertThat(service.last().header("X-user")).isEqualTo("alice");
  }

  @Test
  void withoutCredentialForACallerNothingIsSent() {
    int before = service.requests().size();
    Tool tool =
        builder("\"type\": \"http\", \"scheme\": \"bearer\"", "")
            .credential("one", context -> "")
            .build()
            .tools()
            .get(0);
    McpSchema.CallToolResult result = OperationDocuments.call(tool, Map.of());
    assertThat(result.isError()).isTrue();
    assertThat(OperationDocuments.text(result))
        .isEqualTo("This server has no credential \"one\" of the service for this caller");
    assertThat(service.requests()).hasSize(before);
  }
}
