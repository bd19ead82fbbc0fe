package io.everythingmcp.server.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.OAuthScopes;
import io.everythingmcp.api.Tool;
import io.everythingmcp.server.change.CurrentCatalog;
import io.everythingmcp.server.wire.RpcMessage;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Determines the scopes that a message requires. They are checked after parsing and before any
 * processing, so that a batch is rejected as a whole; the error names all scopes of a batch. GET
 * and DELETE requests have no message; the authentication filter requires {@code mcp:read} for
 * them.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization">Authorization,
 *     scope challenge</a>
 */
public final class ScopeAuthorizer {
  /** Methods that are allowed without authentication. */
  private static final Set<String> UNAUTHENTICATED_METHODS =
      Set.of("initialize", "notifications/initialized", "ping", "server/discover");

  private static final Set<String> READ = Set.of(OAuthScopes.READ);

  private static final Set<String> WRITE = Set.of(OAuthScopes.WRITE);

  /** Methods that change data, or continue an operation that does. */
  private static final Set<String> WRITES = Set.of("tools/call", "tasks/cancel", "tasks/update");

  private final CurrentCatalog catalog;
  private final AuthorizationFailureHandler failureHandler;

  public ScopeAuthorizer(CurrentCatalog catalog, AuthorizationFailureHandler failureHandler) {
    this.catalog = catalog;
    this.failureHandler = failureHandler;
  }

  /** Creates rejections in the format of the transport. */
  public interface AuthorizationFailureHandler {
    /** Creates the rejection of an unauthenticated caller. */
    AuthorizationFailure unauthorized(IncomingMessage in);

    /** Creates the rejection of a caller without the required scopes. */
    AuthorizationFailure forbidden(IncomingMessage in, Set<String> scopes);
  }

  /**
   * Rejection of a message.
   *
   * @param status HTTP status
   * @param headers headers of the response
   * @param body body of the response
   */
  public record AuthorizationFailure(int status, Map<String, String> headers, JsonNode body) {}

  /** Returns the rejection of a message; empty if it is allowed. */
  Optional<AuthorizationFailure> refusal(IncomingMessage in) {
    if (in.message() == null) {
      return Optional.empty();
    }
    if (in.caller().isUnauthenticated()) {
      return isExempt(in.message())
          ? Optional.empty()
          : Optional.of(failureHandler.unauthorized(in));
    }
    Set<String> needed = requiredScopes(in.message());
    return needed.stream().allMatch(scope -> OAuthScopes.includes(in.caller().scopes(), scope))
        ? Optional.empty()
        : Optional.of(failureHandler.forbidden(in, OAuthScopes.withoutImplied(needed)));
  }

  private static boolean isExempt(RpcMessage message) {
    return message instanceof RpcMessage.Request request
        ? UNAUTHENTICATED_METHODS.contains(request.method())
        : message instanceof RpcMessage.Notification n
            && UNAUTHENTICATED_METHODS.contains(n.method());
  }

  private Set<String> requiredScopes(RpcMessage message) {
    if (message instanceof RpcMessage.Batch batch) {
      return batch.messages().stream()
          .flatMap(one -> requiredScopes(one).stream())
          .collect(Collectors.toSet());
    }
    return message instanceof RpcMessage.Request request ? requiredScopes(request) : READ;
  }

  private Set<String> requiredScopes(RpcMessage.Request request) {
    if (!WRITES.contains(request.method())) {
      return READ;
    }
    return request.method().equals("tools/call")
        ? catalog
            .current()
            .tool(request.params().path("name").asText())
            .map(ScopeAuthorizer::requiredScopes)
            .orElse(WRITE)
        : WRITE;
  }

  /**
   * Returns the scopes of a tool: a custom scope in addition to that of all calls, or a standard
   * scope alone.
   */
  private static Set<String> requiredScopes(Tool tool) {
    return OAuthScopes.isStandard(tool.requiredScope())
        ? Set.of(tool.requiredScope())
        : Set.of(OAuthScopes.WRITE, tool.requiredScope());
  }
}
