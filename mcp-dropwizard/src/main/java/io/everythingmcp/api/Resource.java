package io.everythingmcp.api;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.function.Function;

/**
 * One thing that can be read, with a URI of its own.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/resources">Resources</a>
 */
public interface Resource extends ServerFeature {

  /** URI, name, title, description, type and annotations; the same object every time. */
  McpSchema.Resource definition();

  /** Reads it: a {@link McpSchema.ReadResourceResult}. */
  RequestOutcome read(RequestContext call);

  /**
   * A resource from its definition and a function.
   *
   * @param body runs for each read; called from any thread
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
