package io.everythingmcp.openapi.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.OpenAPI;
import java.net.URI;
import java.util.Optional;

/**
 * A document that was read.
 *
 * @param name name for messages: the file name, the URL, or "document"
 * @param location the URL from which it was read; empty for a text
 * @param model its objects
 * @param tree the document as it is written
 */
public record OpenApiDocument(String name, Optional<URI> location, OpenAPI model, JsonNode tree) {

  /**
   * What a reference is to.
   *
   * @throws UnsupportedOperationFeature if there is no such value
   */
  public JsonNode at(JsonPointer pointer) {
    JsonNode value = tree.at(pointer);
    if (value.isMissingNode()) {
      throw new UnsupportedOperationFeature(
          "the reference \"#" + pointer + "\" has no target; expected a value at that place");
    }
    return value;
  }
}
