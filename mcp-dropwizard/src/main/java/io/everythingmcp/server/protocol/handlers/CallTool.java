package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.FeatureVisibility;
import io.everythingmcp.api.OAuthScopes;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.catalog.CurrentCatalog;
import io.everythingmcp.server.catalog.ToolEntry;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.wire.SecureIds;
import io.everythingmcp.server.wire.WireJson;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@code tools/call} of either era: validates the arguments against {@code inputSchema}, calls
 * the tool, and validates {@code structuredContent} against {@code outputSchema}.
 */
public final class CallTool implements McpMethod {
  private static final Logger LOG = LoggerFactory.getLogger(CallTool.class);

  private final Optional<ToolEntry> tool;
  private final ServerEventBus events;
  private final boolean scopeChecks;

  /**
   * Creates a call.
   *
   * @param tool the tool; empty if it does not exist for the caller
   * @param scopeChecks whether the caller must have the scopes of the tool
   */
  CallTool(Optional<ToolEntry> tool, ServerEventBus events, boolean scopeChecks) {
    this.tool = tool;
    this.events = events;
    this.scopeChecks = scopeChecks;
  }

  /** Looks up the tool of a request. One that is not visible to the caller does not exist. */
  static Optional<ToolEntry> find(
      CurrentCatalog.Snapshot catalog, JsonNode params, FeatureVisibility.Viewer viewer) {
    JsonNode name = params.path("name");
    return name.isTextual()
        ? catalog.tool(name.textValue()).filter(entry -> entry.isVisibleTo(viewer))
        : Optional.empty();
  }

  @Override
  public Optional<ToolEntry> tool() {
    return tool;
  }

  @Override
  public boolean isBlocking() {
    return tool.isPresent() && tool.get().blocking();
  }

  @Override
  public RequestOutcome handle(JsonNode params, RuntimeRequestContext call) {
    JsonNode name = params.path("name");
    if (!name.isTextual()) {
      return RequestOutcome.failed(
          ErrorKind.INVALID_PARAMS, "\"name\" must be a string: the tool to call");
    }
    if (tool.isEmpty()) {
      return RequestOutcome.failed(ErrorKind.NOT_FOUND, "Unknown tool: " + name.textValue());
    }
    JsonNode arguments =
        params.hasNonNull("arguments") ? params.get("arguments") : WireJson.object();
    if (!arguments.isObject()) {
      return RequestOutcome.failed(ErrorKind.INVALID_PARAMS, "\"arguments\" must be an object");
    }
    ToolEntry entry = tool.get();
    // A request is rejected before this, with a challenge. A task can be resumed by another caller.
    if (scopeChecks && !entry.isPermittedTo(call.caller())) {
      return RequestOutcome.failed(
          ErrorKind.INVALID_PARAMS,
          "Insufficient scope; required: "
              + String.join(" ", OAuthScopes.withoutImplied(entry.requiredScopes())));
    }
    Optional<String> wrong = entry.input().violations(arguments);
    if (wrong.isPresent()) {
      return RequestOutcome.invalidToolArguments(entry.name(), wrong.get());
    }
    Map<String, Object> given = WireJson.map(arguments);
    return work(entry, call.with(given), entry.tool()::call);
  }

  /** Runs deferred work later with the same arguments. */
  private RequestOutcome work(
      ToolEntry entry, RuntimeRequestContext call, RequestOutcome.TaskWork work) {
    long begun = System.nanoTime();
    RequestOutcome outcome;
    try {
      outcome = checked(entry, work.run(call));
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      outcome = failed(entry, e);
    }
    if (!(outcome instanceof RequestOutcome.DeferredTask deferred)) {
      publish(entry, call, outcome, begun);
      return outcome;
    }
    RequestOutcome.TaskWork rest =
        later ->
            work(
                entry,
                later instanceof RuntimeRequestContext other ? other.with(call.arguments()) : call,
                deferred.work());
    return new RequestOutcome.DeferredTask(rest, deferred.ttl());
  }

  private void publish(
      ToolEntry entry, RuntimeRequestContext call, RequestOutcome outcome, long begun) {
    if (!(outcome instanceof RequestOutcome.InputRequired)) {
      events.publishIfSubscribed(
          ServerEvent.ToolCalled.class,
          () ->
              new ServerEvent.ToolCalled(
                  entry.name(),
                  call.caller().tokenPrefix(),
                  call.caller().tokenName(),
                  call.caller().tenant().orElse(null),
                  call.ports().session().orElse(null),
                  TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun),
                  succeeded(outcome)));
    }
  }

  private static boolean succeeded(RequestOutcome outcome) {
    return outcome instanceof RequestOutcome.Complete complete
        && !(complete.result() instanceof McpSchema.CallToolResult result
            && Boolean.TRUE.equals(result.isError()));
  }

  private static RequestOutcome failed(ToolEntry entry, Throwable e) {
    String reference = SecureIds.random();
    LOG.error("Tool {} failed, reference {}", entry.name(), reference, e);
    return RequestOutcome.failed(
        ErrorKind.INTERNAL_ERROR,
        "Tool " + entry.name() + " failed, reference " + reference + " (see the server log)");
  }

  private static RequestOutcome checked(ToolEntry entry, RequestOutcome outcome) {
    if (entry.output().isEmpty()
        || !(outcome instanceof RequestOutcome.Complete complete)
        || !(complete.result() instanceof McpSchema.CallToolResult result)
        || Boolean.TRUE.equals(result.isError())) {
      return outcome;
    }
    Optional<String> wrong =
        entry.output().get().violations(WireJson.tree(result.structuredContent()));
    if (wrong.isEmpty()) {
      return outcome;
    }
    LOG.error(
        "The result of tool {} does not match its outputSchema: {}", entry.name(), wrong.get());
    return RequestOutcome.failed(
        ErrorKind.INTERNAL_ERROR,
        "Tool "
            + entry.name()
            + " returned structuredContent that does not match its outputSchema");
  }
}
