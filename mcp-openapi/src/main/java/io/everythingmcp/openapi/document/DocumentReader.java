package io.everythingmcp.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Reads a text in JSON or YAML as an OpenAPI document of version 3.0 or 3.1. */
public final class DocumentReader {
  private static final String EXPECTED =
      "expected an OpenAPI document in JSON or YAML: an object whose member openapi is 3.0.x or"
          + " 3.1.x";

  private DocumentReader() {}

  /**
   * Reads a document.
   *
   * @param name name for messages
   * @param location URL from which it was read
   * @param text the document
   * @param errors receives what is wrong with it
   * @return the document; empty if it cannot be read. With errors it may be incomplete.
   */
  public static Optional<OpenApiDocument> read(
      String name, Optional<URI> location, String text, ImportErrors errors) {
    JsonNode tree;
    try {
      tree = DocumentTree.read(text);
    } catch (IllegalArgumentException e) {
      errors.add("", "is neither JSON nor YAML: " + e.getMessage());
      return Optional.empty();
    }
    String version = tree.path("openapi").asText();
    if (!version.matches("3\\.[01]\\.[0-9]+.*")) {
      String found = version.isEmpty() ? tree.path("swagger").asText() : version;
      errors.add("", (found.isEmpty() ? "" : "has the version \"" + found + "\"; ") + EXPECTED);
      return Optional.empty();
    }
    ParseOptions options = new ParseOptions();
    options.setResolve(false);
    options.setInferSchemaType(false);
    // The parser resolves relative URLs of servers against this.
    String base = location.map(URI::toString).orElse(name);
    SwaggerParseResult result = new OpenAPIV3Parser().parseJsonNode(base, tree, options);
    List<String> messages = result.getMessages() == null ? List.of() : result.getMessages();
    messages.forEach(message -> ParserMessages.add(message, errors));
    OpenAPI model = result.getOpenAPI();
    if (model == null) {
      if (errors.isEmpty()) {
        errors.add("", EXPECTED);
      }
      return Optional.empty();
    }
    return Optional.of(new OpenApiDocument(name, location, model, tree));
  }
}
