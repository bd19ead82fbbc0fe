package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.change.CurrentCatalog;
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
 * Method {@code tools/call} of both eras: finds the tool in the current catalog, validates the
 * arguments against {@code inputSchema}, calls the tool, and validates {@code structuredContent}
 * against {@code outputSchema}.
 */
public final class CallTool implements McpMethod {
  private static final Logger LOG = LoggerFactory.getLogger(CallTool.class);

  private final CurrentCatalog catalog;
  private final SchemaValidator schemas;
  private final ServerEventBus events;

  CallTool(CurrentCatalog catalog, SchemaValidator schemas, ServerEventBus events) {
    this.catalog = catalog;
    this.schemas = schemas;
    this.events = events;
  }

  @Override
  public boolean waits(JsonNode params) {
    return catalog
        .current()
        .tool(params.path("name").asText())
        .filter(Tool::isBlocking)
        .isPresent();
  }

  @Override
  public RequestOutcome handle(JsonNode params, RuntimeRequestContext call) {
    JsonNode name = params.path("name");
    if (!name.isTextual()) {
      return RequestOutcome.failed(
          ErrorKind.INVALID_PARAMS, "\"name\" must be a string: the tool to call");
    }
    FeatureCatalog now = catalog.current();
    Optional<Tool> tool =
        now.tool(name.textValue()).filter(t -> t.visibility().isVisibleTo(call.viewer()));
    if (tool.isEmpty()) {
      return RequestOutcome.failed(ErrorKind.NOT_FOUND, "Unknown tool: " + name.textValue());
    }
    JsonNode arguments =
        params.hasNonNull("arguments") ? params.get("arguments") : WireJson.object();
    if (!arguments.isObject()) {
      return RequestOutcome.failed(ErrorKind.INVALID_PARAMS, "\"arguments\" must be an object");
    }
    McpSchema.Tool definition = now.toolDefinition(name.textValue()).orElseThrow();
    Optional<String> wrong = schemas.violations(definition.inputSchema(), arguments);
    if (wrong.isPresent()) {
      return RequestOutcome.invalidToolArguments(definition.name(), wrong.get());
    }
    Map<String, Object> given = WireJson.map(arguments);
    return work(definition, call.with(given), tool.get()::call);
  }

  /** Runs deferred work later with the same arguments. */
  private RequestOutcome work(
      McpSchema.Tool definition, RuntimeRequestContext call, RequestOutcome.TaskWork work) {
    long begun = System.nanoTime();
    RequestOutcome outcome;
    try {
      outcome = checked(definition, work.run(call));
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      outcome = failed(definition, e);
    }
    if (!(outcome instanceof RequestOutcome.DeferredTask deferred)) {
      tell(definition, call, outcome, begun);
      return outcome;
    }
    RequestOutcome.TaskWork rest =
        later ->
            work(
                definition,
                later instanceof RuntimeRequestContext other ? other.with(call.arguments()) : call,
                deferred.work());
    return new RequestOutcome.DeferredTask(rest, deferred.ttl());
  }

  private void tell(
      McpSchema.Tool definition, RuntimeRequestContext call, RequestOutcome outcome, long begun) {
    if (!(outcome instanceof RequestOutcome.InputRequired)) {
      events.publishIfSubscribed(
          ServerEvent.ToolCalled.class,
          () ->
              new ServerEvent.ToolCalled(
                  definition.name(),
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

  private static RequestOutcome failed(McpSchema.Tool definition, Throwable e) {
    String reference = SecureIds.random();
    LOG.error("Tool {} failed, reference {}", definition.name(), reference, e);
    return RequestOutcome.failed(
        ErrorKind.INTERNAL_ERROR,
        "Tool " + definition.name() + " failed, reference " + reference + " (see the server log)");
  }

  private RequestOutcome checked(McpSchema.Tool definition, RequestOutcome outcome) {
    if (definition.outputSchema() == null
        || !(outcome instanceof RequestOutcome.Complete complete)
        || !(complete.result() instanceof McpSchema.CallToolResult result)
        || Boolean.TRUE.equals(result.isError())) {
      return outcome;
    }
    Optional<String> wrong =
        schemas.violations(definition.outputSchema(), WireJson.tree(result.structuredContent()));
    if (wrong.isEmpty()) {
      return outcome;
    }
    LOG.error(
        "The result of tool {} does not match its outputSchema: {}",
        definition.name(),
        wrong.get());
    return RequestOutcome.failed(
        ErrorKind.INTERNAL_ERROR,
        "Tool "
            + definition.name()
            + " returned structuredContent that does not match its outputSchema");
  }
}
