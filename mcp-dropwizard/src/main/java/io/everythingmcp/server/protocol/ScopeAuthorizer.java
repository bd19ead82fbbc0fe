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
 * Which scope a message needs. It is known as soon as the message is understood and decided before
 * anything else happens, so that a batch is refused as a whole; all of a batch is named at once.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization">Authorization,
 *     scope challenge</a>
 */
public final class ScopeAuthorizer {
  /** What may be said by somebody of whom nothing is known yet. */
  private static final Set<String> HELLO =
      Set.of("initialize", "notifications/initialized", "ping", "server/discover");

  private static final Set<String> READ = Set.of(OAuthScopes.READ);

  private static final Set<String> WRITE = Set.of(OAuthScopes.WRITE);

  /** What changes something, or goes on with something that does. */
  private static final Set<String> WRITES = Set.of("tools/call", "tasks/cancel", "tasks/update");

  private final CurrentCatalog catalog;
  private final AuthorizationFailureHandler doorman;

  public ScopeAuthorizer(CurrentCatalog catalog, AuthorizationFailureHandler doorman) {
    this.catalog = catalog;
    this.doorman = doorman;
  }

  /** Writes refusals, in the words of the way a message came. */
  public interface AuthorizationFailureHandler {
    /** Somebody of whom nothing is known wants more than to say hello. */
    AuthorizationFailure unauthorized(IncomingMessage in);

    /** Somebody may not do what they want without these scopes. */
    AuthorizationFailure forbidden(IncomingMessage in, Set<String> scopes);
  }

  /**
   * An answer.
   *
   * @param status of HTTP
   * @param headers to be sent
   * @param body of the answer
   */
  public record AuthorizationFailure(int status, Map<String, String> headers, JsonNode body) {}

  /** Why a message is refused; empty when it may come in. */
  Optional<AuthorizationFailure> refusal(IncomingMessage in) {
    if (in.message() == null) {
      return Optional.empty();
    }
    if (in.caller().isUnauthenticated()) {
      return hello(in.message()) ? Optional.empty() : Optional.of(doorman.unauthorized(in));
    }
    Set<String> needed = needed(in.message());
    return needed.stream().allMatch(scope -> OAuthScopes.includes(in.caller().scopes(), scope))
        ? Optional.empty()
        : Optional.of(doorman.forbidden(in, OAuthScopes.withoutImplied(needed)));
  }

  private static boolean hello(RpcMessage message) {
    return message instanceof RpcMessage.Request request
        ? HELLO.contains(request.method())
        : message instanceof RpcMessage.Notification n && HELLO.contains(n.method());
  }

  private Set<String> needed(RpcMessage message) {
    if (message instanceof RpcMessage.Batch batch) {
      return batch.messages().stream()
          .flatMap(one -> needed(one).stream())
          .collect(Collectors.toSet());
    }
    return message instanceof RpcMessage.Request request ? needed(request) : READ;
  }

  private Set<String> needed(RpcMessage.Request request) {
    if (!WRITES.contains(request.method())) {
      return READ;
    }
    return request.method().equals("tools/call")
        ? catalog
            .current()
            .tool(request.params().path("name").asText())
            .map(ScopeAuthorizer::needed)
            .orElse(WRITE)
        : WRITE;
  }

  /** A scope of its own comes beside that of all calls; one of ours says all. */
  private static Set<String> needed(Tool tool) {
    return OAuthScopes.isStandard(tool.requiredScope())
        ? Set.of(tool.requiredScope())
        : Set.of(OAuthScopes.WRITE, tool.requiredScope());
  }
}
