package io.everythingmcp.api;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.function.Function;

/**
 * Resource with a fixed URI. Implementations are thread-safe.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/resources">Resources</a>
 */
public interface Resource extends ServerFeature {

  /** {@return URI, name, title, description, MIME type and annotations; always the same object} */
  McpSchema.Resource definition();

  /**
   * Reads the resource.
   *
   * @param call the request
   * @return a {@link RequestOutcome.Complete} with a {@link McpSchema.ReadResourceResult}, or
   *     another outcome
   */
  RequestOutcome read(RequestContext call);

  /**
   * Creates a resource from its definition and a function.
   *
   * @param definition definition of the resource
   * @param body called for each request, on any thread
   * @return the resource
   */
  static Resource of(McpSchema.Resource definition, Function<RequestContext, RequestOutcome> body) {
    return new Resource() {
      @Override
      public McpSchema.Resource definition() {
        return definition;
      }

      @Override
      public RequestOutcome read(RequestContext call) {
        return body.apply(call);
      }
    };
  }
}
