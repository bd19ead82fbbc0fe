package io.everythingmcp.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is reported at start: one line with document, JSON pointer and expectation. */
class InvalidDocumentTest {
  private static final URI SERVICE = URI.create("http://localhost:1");

  private static List<String> errors(OpenApiToolsBuilder builder) {
    return catchThrowableOfType(InvalidOpenApiException.class, builder::build).errors();
  }

  private static void assertLine(OpenApiToolsBuilder builder, String expected) {
    List<String> errors = errors(builder);
    assertThat(errors).anySatisfy(line -> assertThat(line).startsWith(expected));
    assertThat(errors).noneMatch(line -> line.contains("\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                          | document: expected an OpenAPI document in JSON or YAML
          hello                                       | document: expected an OpenAPI document in JSON or YAML
          []                                          | document: expected an OpenAPI document in JSON or YAML
          {"openapi": "3.1.0"                         | document: is neither JSON nor YAML: Unexpected end-of-input
          {"openapi": "3.1.0", "openapi": "3.0.0"}    | document: is neither JSON nor YAML: Duplicate field 'openapi' (line 1, column
          openapi: [3                                 | document: is neither JSON nor YAML: while parsing a flow sequence in 'string', line 1, column 10
          {"swagger": "2.0"}                          | document: has the version "2.0"; expected an OpenAPI document in JSON or YAML: an object whose member openapi is 3.0.x or 3.1.x
          {"openapi": "3.2.0"}                        | document: has the version "3.2.0"; expected an OpenAPI document
          {"openapi": "3.1.0", "paths": {}}           | document#/info: is missing; expected a value
          """)
  void documentThatCannotBeRead(String document, String expected) {
    assertThat(errors(OpenApiTools.from(document).baseUrl(SERVICE).allMethods()))
        .first()
        .asString()
        .startsWith(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /x      | "parameters": [{"name": "a", "in": "nowhere", "schema": {}}]                        | #/paths/~1x/get/parameters/[a]/in: is not of type [query|header|path|cookie]
          /x      | "parameters": [{"in": "query", "schema": {}}]                                       | #/paths/~1x/get/parameters/[unknown]/name: is missing; expected a value
          /x/{id} | "parameters": []                                                                    | #/paths/~1x~1{id}/get: the path has {id}; expected a path parameter of this name
          /x      | "parameters": [{"name": "id", "in": "path", "required": true, "schema": {}}]        | #/paths/~1x/get: the path parameter "id" is not in the path; expected {id}
          /x?a=1  | "tags": []                                                                          | #/paths/~1x?a=1/get: the path has a query or fragment; expected query parameters
          /x      | "parameters": [{"name": "Host", "in": "header", "schema": {}}]                      | #/paths/~1x/get: the header parameter "Host" is not supported
          /x      | "parameters": [{"name": "a", "in": "cookie", "schema": {"type": "array"}}]          | #/paths/~1x/get: the parameter "a" is an array in a cookie; expected a single value
          /x      | "parameters": [{"name": "a", "in": "query", "content": {"text/csv": {}}}]           | #/paths/~1x/get: the parameter "a" has the content "text/csv"; expected application/json
          /x      | "parameters": [{"name": "a[]", "in": "query", "schema": {}}, {"name": "a", "in": "query", "schema": {}}] | #/paths/~1x/get: two parameters would be the argument "query_a"
          x       | "tags": []                                                                          | #/paths/x/get: the path does not begin with a slash, so it could change the host of the base URL
          /x y    | "tags": []                                                                          | #/paths/~1x y/get: the path has characters that a URL cannot have
          /x      | "parameters": [{"name": "a", "in": "query", "schema": {"type": "strng"}}]           | #/paths/~1x/get: the schema keyword type is "strng"; expected one of
          /x      | "parameters": [{"name": "a", "in": "query", "schema": {"minLength": "2"}}]          | #/paths/~1x/get: the schema keyword minLength is "2"; expected a whole number
          /x      | "parameters": [{"name": "a", "in": "query", "schema": {"$dynamicRef": "#b"}}]       | #/paths/~1x/get: the schema keyword $dynamicRef is not supported
          /x      | "parameters": [{"$ref": "#/components/parameters/None"}]                            | #/paths/~1x/get: the reference "#/components/parameters/None" has no target
          /x      | "parameters": [{"name": "a", "in": "query", "schema": {"$ref": "#/components/schemas/None"}}] | #/paths/~1x/get: the reference "#/components/schemas/None" has no target
          /x      | "parameters": [{"name": "a", "in": "query", "schema": {"$ref": "other.yaml#/Pet"}}] | #/paths/~1x/get: the reference "other.yaml#/Pet" is not supported; references must be JSON pointers within the document
          /x      | "parameters": [{"name": "a", "in": "query", "schema": {"$ref": "http://localhost:1/Pet"}}] | #/paths/~1x/get: the reference "http://localhost:1/Pet" is not supported
          /x      | "requestBody": {"content": {"multipart/form-data": {}}}                             | #/paths/~1x/get: the request body has the media type "multipart/form-data"; expected JSON, application/x-www-form-urlencoded or text/plain
          /x      | "requestBody": {"content": {"application/xml": {}}}                                 | #/paths/~1x/get: the request body has the media type "application/xml"
          /x      | "security": [{"none": []}]                                                          | #/paths/~1x/get: requires the credential "none" of the service; expected credential(…) or credentials(…)
          /x      | "servers": [{"url": "https://other.example.com"}]                                   | #/paths/~1x/get: has servers of its own ("https://other.example.com"); expected only those of the document
          """)
  void operationThatIsNotSupported(String path, String members, String expected) {
    OpenApiToolsBuilder builder =
        OpenApiTools.from(OperationDocuments.get("3.1.0", path, members)).baseUrl(SERVICE);
    assertLine(builder, "document" + expected);
  }

  @Test
  void otherOperationsAreImportedWhereThatIsAllowed() {
    String document =
        OperationDocuments.get("3.1.0", "/x/{id}", "")
            .replace("\"paths\": {", "\"paths\": {\"/y\": {\"get\": {\"responses\": {}}}, ");
    OpenApiTools tools = OpenApiTools.from(document).baseUrl(SERVICE).leaveOutUnsupported().build();
    assertThat(tools.tools())
        .singleElement()
        .extracting(t -> t.definition().name())
        .isEqualTo("get_y");
    assertThat(tools.refusals())
        .anyMatch(line -> line.contains("#/paths/~1x~1{id}/get: the path has"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /v1                           | document#/servers/0/url: the URL of the server is "/v1"; expected an absolute URL
          ftp://example.com             | document#/servers/0/url: the URL of the server is "ftp://example.com"
          https://user:pw@example.com   | document#/servers/0/url: the URL of the server is
          https://example.com/?a=1      | document#/servers/0/url: the URL of the server is
          https://{host}/               | document#/servers/0/url: the URL of the server is "https://{host}/"
          """)
  void serverThatIsNoBaseUrl(String url, String expected) {
    String document =
        OperationDocuments.get("3.1.0", "/x", "")
            .replace("\"paths\"", "\"servers\": [{\"url\": \"" + url + "\"}], \"paths\"");
    assertLine(OpenApiTools.from(document), expected);
  }

  @Test
  void selectionWithoutOperationsIsRefused() {
    String document = OperationDocuments.get("3.1.0", "/x", "\"tags\": [\"a\"]");
    assertLine(
        OpenApiTools.from(document).baseUrl(SERVICE).tags("b"),
        "document#/paths: no operation has the tag \"b\"; expected one of a");
    assertLine(
        OpenApiTools.from(document).baseUrl(SERVICE).operationIds("write"),
        "document#/paths: no operation has the operationId \"write\"; expected one of read");
    assertLine(
        OpenApiTools.from(document.replace("\"get\"", "\"post\"")).baseUrl(SERVICE),
        "document#/paths: none of 1 operations is selected");
  }

  @Test
  void toolNameThatIsInvalidOrThereTwiceIsRefused() {
    String document =
        OperationDocuments.get("3.1.0", "/x", "")
            .replace("\"paths\": {", "\"paths\": {\"/y\": {\"get\": {\"responses\": {}}}, ");
    assertLine(
        OpenApiTools.from(document).baseUrl(SERVICE).names(operation -> "a b"),
        "document#/paths/~1y/get: the tool name is \"a b\"; expected 1 to 128 of");
    assertLine(
        OpenApiTools.from(document).baseUrl(SERVICE).names(operation -> "same"),
        "document#/paths/~1x/get: the tool name \"same\" is that of GET /y too");
  }

  @Test
  void credentialOfAnUnknownSchemeIsRefused() {
    assertLine(
        OpenApiTools.from(OperationDocuments.get("3.1.0", "/x", ""))
            .baseUrl(SERVICE)
            .credential("typo", context -> "secret"),
        "document: the security scheme \"typo\" is not in /components/securitySchemes");
  }

  @Test
  void fileIsNamed(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("orders.yaml");
    assertLine(OpenApiTools.from(file), "orders.yaml: cannot be read: NoSuchFileException");
    Files.writeString(file, "openapi: 2.0");
    assertLine(OpenApiTools.from(file), "orders.yaml: has the version \"2.0\"");
    assertLine(OpenApiTools.from(file.toUri()), "orders.yaml: has the version \"2.0\"");
  }

  @Test
  void aliasesOfYamlAreBounded() {
    StringBuilder yaml = new StringBuilder("openapi: 3.1.0\nx0: &x0 [a]\n");
    for (int level = 1; level < 60; level++) {
      yaml.append("x%d: &x%d [*x%d, *x%d]%n".formatted(level, level, level - 1, level - 1));
    }
    assertThat(errors(OpenApiTools.from(yaml.toString())))
        .singleElement()
        .asString()
        .startsWith("document: is neither JSON nor YAML: Number of aliases");
  }

  @Test
  void messageIsShort() {
    assertThat(errors(OpenApiTools.from("{\"openapi\": \"" + "9".repeat(5_000) + "\"}")))
        .singleElement()
        .asString()
        .hasSizeLessThan(600);
  }
}
