package io.everythingmcp.api;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.function.Function;

/**
 * Tool that a model can call. Implementations are thread-safe.
 *
 * <p>{@link #definition}, {@link #taskSupport}, {@link #requiredScope} and {@link #isBlocking} are
 * read when a server is created and not for each call; {@link #visibility} is read for each call.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/server/tools">Tools</a>
 */
public interface Tool extends ServerFeature {

  /** {@return name, title, description, input schema and annotations; always the same object} */
  McpSchema.Tool definition();

  /**
   * Calls the tool. The arguments are already validated against the input schema. An exception
   * becomes an internal error.
   *
   * @param call the request
   * @return the result, the required input, or the error
   */
  RequestOutcome call(RequestContext call);

  /** {@return whether this tool can run as a task; forbidden by default} */
  default TaskSupport taskSupport() {
    return TaskSupport.FORBIDDEN;
  }

  /**
   * Returns the OAuth scope required to call the tool. A standard scope ({@link OAuthScopes}) is
   * required alone; any other scope is required in addition to {@link OAuthScopes#WRITE}. A caller
   * without it receives 403 {@code insufficient_scope}. Not enforced without authentication.
   *
   * @return one scope; {@link OAuthScopes#WRITE} by default
   */
  default String requiredScope() {
    return OAuthScopes.WRITE;
  }

  /**
   * Returns the description of {@link #requiredScope} for the consent page.
   *
   * @return one phrase; empty to show only the name of the scope. The standard scopes have
   *     descriptions already.
   */
  default String scopeDescription() {
    return "";
  }

  /**
   * Creates a tool from its definition and a function.
   *
   * @param definition definition of the tool
   * @param body called for each request, on any thread
   * @return the tool
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
