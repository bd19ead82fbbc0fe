package io.everythingmcp.api;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;

/**
 * A family of things that can be read, named by an RFC 6570 template with simple variables.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/resources#resource-templates">Resource
 *     templates</a>
 */
public interface ResourceTemplate extends ServerFeature, CompletionProvider {

  /** Template, name, title, description and type; the same object every time. */
  McpSchema.ResourceTemplate definition();

  /**
   * Reads one of the family: a {@link McpSchema.ReadResourceResult}, or {@link
   * ErrorKind#RESOURCE_NOT_FOUND}.
   *
   * @param uri what was asked for
   * @param variables the values of the template's variables in it
   */
  RequestOutcome read(String uri, Map<String, String> variables, RequestContext call);

  /**
   * Those of the family that are listed, beside the fixed ones, for the session or caller of this
   * scope.
   */
  default List<McpSchema.Resource> listed(FeatureStorage scope) {
    return List.of();
  }
}
