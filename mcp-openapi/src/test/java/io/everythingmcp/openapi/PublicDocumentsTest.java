package io.everythingmcp.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.Tool;
import io.everythingmcp.server.catalog.SchemaCompiler;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Documents of others, whose origin is in {@code openapi/README.md}. */
class PublicDocumentsTest {
  private static final String BINARY =
      "#/paths/~1pet~1{petId}~1uploadImage/post: the request body has the media type"
          + " \"application/octet-stream\"";

  private static Set<String> names(OpenApiTools tools) {
    return tools.tools().stream()
        .map(tool -> tool.definition().name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static OpenApiToolsBuilder petstore(String name) {
    return OpenApiTools.from(OperationDocuments.resource(name))
        .credential("api_key", context -> "special-key")
        .credential("petstore_auth", context -> "token");
  }

  @Test
  void petstoreOfVersion31() {
    OpenApiTools tools = petstore("petstore-3.1.json").allMethods().leaveOutUnsupported().build();
    assertThat(tools.refusals())
        .singleElement()
        .asString()
        .startsWith("petstore-3.1.json" + BINARY);
    assertThat(names(tools))
        .hasSize(19)
        .contains("addPet", "findPetsByStatus", "getPetById", "placeOrder", "logoutUser");
    Tool tool = tools.catalog().tool("getPetById").orElseThrow();
    assertThat(tool.definition().title()).isEqualTo("Find pet by ID");
    assertThat(OperationDocuments.tree(tool.definition().inputSchema()))
        .isEqualTo(
            OperationDocuments.tree(
                """
                {"type": "object", "required": ["petId"], "additionalProperties": false,
                 "properties": {"petId": {"type": "integer", "format": "int64",
                   "description": "ID of pet to return"}}}
                """));
  }

  @Test
  void petstoreOfVersion30() {
    URI url = URI.create("https://petstore.example.com/v3");
    OpenApiTools tools =
        petstore("petstore-3.0.yaml").baseUrl(url).allMethods().leaveOutUnsupported().build();
    assertThat(tools.refusals())
        .singleElement()
        .asString()
        .startsWith("petstore-3.0.yaml" + BINARY);
    assertThat(names(tools)).hasSize(18);
    assertThat(names(petstore("petstore-3.0.yaml").baseUrl(url).build()))
        .as("operations that do not change anything")
        .containsExactly(
            "findPetsByStatus",
            "findPetsByTags",
            "getInventory",
            "getOrderById",
            "getPetById",
            "getUserByName",
            "loginUser",
            "logoutUser");
  }

  /** 288 operations; recursive schemas, and one of the largest documents that are public. */
  @Test
  void openAi() throws IOException {
    String document;
    try (GZIPInputStream text =
        new GZIPInputStream(
            Files.newInputStream(OperationDocuments.resource("openai-3.1.json.gz")))) {
      document = new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
    OpenApiTools tools =
        OpenApiTools.from(document)
            .allMethods()
            .credential("ApiKeyAuth", context -> "key")
            .credential("AdminApiKeyAuth", context -> "admin")
            .leaveOutUnsupported()
            .build();
    JsonNode paths = OperationDocuments.tree(document).path("paths");
    Set<String> refused =
        tools.refusals().stream()
            .map(line -> line.replaceAll("^document#/paths/(.*)/(\\w+): .*$", "$2 $1"))
            .map(line -> line.replace("~1", "/"))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> expected = new TreeSet<>();
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          List<String> types = mediaTypes(operation.getValue());
                          if (path.getKey().contains("?")
                              || (!types.isEmpty() && !types.contains("application/json"))) {
                            expected.add(operation.getKey() + " " + path.getKey());
                          }
                        }));
    assertThat(refused).isEqualTo(expected).hasSize(17);
    assertThat(tools.tools()).hasSize(271);
    assertThat(tools.refusals()).allMatch(line -> line.contains("; expected "));
    SchemaCompiler schemas = new SchemaCompiler();
    for (Tool tool : tools.tools()) {
      Map<String, Object> schema = tool.definition().inputSchema();
      assertThat(schemas.compile(schema).violations(OperationDocuments.tree("[]")))
          .as(tool.definition().name())
          .isPresent();
    }
    assertThat(
            schemas
                .compile(
                    tools
                        .catalog()
                        .tool("createEmbedding")
                        .orElseThrow()
                        .definition()
                        .inputSchema())
                .violations(
                    OperationDocuments.tree(
                        "{\"body\": {\"model\": \"text-embedding-3-small\", \"input\": \"a\"}}")))
        .isEmpty();
  }

  private static List<String> mediaTypes(JsonNode operation) {
    List<String> types = new java.util.ArrayList<>();
    operation.at("/requestBody/content").fieldNames().forEachRemaining(types::add);
    return types;
  }
}
