package io.everythingmcp.api;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;

/**
 * Resources whose URIs match an RFC 6570 template with simple variables. Implementations are
 * thread-safe.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/resources#resource-templates">Resource
 *     templates</a>
 */
public interface ResourceTemplate extends ServerFeature, CompletionProvider {

  /** {@return URI template, name, title, description and MIME type; always the same object} */
  McpSchema.ResourceTemplate definition();

  /**
   * Reads one resource.
   *
   * @param uri the requested URI
   * @param call the request
   * @param variables decoded values of the template's variables
   * @return a {@link RequestOutcome.Complete} with a {@link McpSchema.ReadResourceResult}, or
   *     {@link ErrorKind#RESOURCE_NOT_FOUND}
   */
  RequestOutcome read(String uri, Map<String, String> variables, RequestContext call);

  /**
   * Returns the resources of this template to include in {@code resources/list}.
   *
   * @param scope storage of the session or caller
   * @return the resources; empty by default
   */
  default List<McpSchema.Resource> listed(FeatureStorage scope) {
    return List.of();
  }
}
