package io.everythingmcp.api;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.function.Function;

/**
 * Something a model may call.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/server/tools">Tools</a>
 */
public interface Tool extends ServerFeature {

  /**
   * Name, title, description, JSON Schema of the input and the hints; the same object every time.
   */
  McpSchema.Tool definition();

  /**
   * Does the work. The arguments have been validated against the input schema before.
   *
   * @return the result, the questions that must be answered first, or why not; an exception becomes
   *     an internal error
   */
  RequestOutcome call(RequestContext call);

  /** Whether this tool may run as a task. */
  default TaskSupport taskSupport() {
    return TaskSupport.FORBIDDEN;
  }

  /** The OAuth scope a caller needs to call it. */
  default String requiredScope() {
    return OAuthScopes.WRITE;
  }

  /**
   * What a person allows who gives a client {@link #requiredScope}, as the consent page tells them;
   * empty for nothing but the name of the scope. For scopes of the protocol it is known.
   */
  default String scopeDescription() {
    return "";
  }

  /**
   * A tool from its definition and a function.
   *
   * @param body runs for each call; called from any thread
   */
  static Tool of(McpSchema.Tool definition, Function<RequestContext, RequestOutcome> body) {
    return new Tool() {
      @Override
      public McpSchema.Tool definition() {
        return definition;
      }

      @Override
      public RequestOutcome call(RequestContext call) {
        return body.apply(call);
      }
    };
  }
}
