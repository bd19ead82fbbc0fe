package io.everythingmcp.server.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.OAuthScopes;
import io.everythingmcp.server.catalog.ToolEntry;
import io.everythingmcp.server.protocol.handlers.ResolvedRequest;
import io.everythingmcp.server.wire.RpcMessage;
import java.util.List;
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

  private final AuthorizationFailureHandler failureHandler;
  private final boolean scopeChecks;

  /**
   * Creates the rules.
   *
   * @param scopeChecks whether authenticated callers need the required scopes
   */
  public ScopeAuthorizer(AuthorizationFailureHandler failureHandler, boolean scopeChecks) {
    this.failureHandler = failureHandler;
    this.scopeChecks = scopeChecks;
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

  /** Returns the rejection of an unauthenticated caller; empty if it may send the message. */
  Optional<AuthorizationFailure> unauthenticated(IncomingMessage in) {
    return in.message() == null || !in.caller().isUnauthenticated() || isExempt(in.message())
        ? Optional.empty()
        : Optional.of(failureHandler.unauthorized(in));
  }

  /**
   * Returns the rejection of an authenticated caller without the required scopes; empty if it has
   * them.
   *
   * @param resolved the requests of the message
   */
  Optional<AuthorizationFailure> insufficient(IncomingMessage in, List<ResolvedRequest> resolved) {
    if (!scopeChecks || in.message() == null || in.caller().isUnauthenticated()) {
      return Optional.empty();
    }
    Set<String> needed = requiredScopes(resolved);
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

  /** A message without requests requires the scope for reading. */
  private static Set<String> requiredScopes(List<ResolvedRequest> resolved) {
    return resolved.isEmpty()
        ? READ
        : resolved.size() == 1
            ? requiredScopes(resolved.get(0))
            : resolved.stream()
                .flatMap(one -> requiredScopes(one).stream())
                .collect(Collectors.toSet());
  }

  private static Set<String> requiredScopes(ResolvedRequest resolved) {
    return WRITES.contains(resolved.request().method())
        ? resolved.tool().map(ToolEntry::requiredScopes).orElse(WRITE)
        : READ;
  }
}
