package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.change.LiveCatalog;
import io.everythingmcp.server.event.Events;
import io.everythingmcp.server.event.ServerEvent;
import io.everythingmcp.server.feature.Catalog;
import io.everythingmcp.server.feature.Fault;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.protocol.CallContext;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.wire.Ids;
import io.everythingmcp.server.wire.Json;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code tools/call}. */
public final class CallTool implements Method {
  private static final Logger LOG = LoggerFactory.getLogger(CallTool.class);

  private final LiveCatalog catalog;
  private final Schemas schemas;
  private final Events events;

  CallTool(LiveCatalog catalog, Schemas schemas, Events events) {
    this.catalog = catalog;
    this.schemas = schemas;
    this.events = events;
  }

  @Override
  public boolean waits(JsonNode params) {
    return catalog.current().tool(params.path("name").asText()).filter(Tool::waits).isPresent();
  }

  @Override
  public Outcome handle(JsonNode params, CallContext call) {
    JsonNode name = params.path("name");
    if (!name.isTextual()) {
      return Outcome.refused(Fault.INVALID_PARAMS, "\"name\" must be a string: the tool to call");
    }
    Catalog now = catalog.current();
    Optional<Tool> tool =
        now.tool(name.textValue()).filter(t -> t.visibility().visibleTo(call.viewer()));
    if (tool.isEmpty()) {
      return Outcome.refused(Fault.UNKNOWN, "Unknown tool: " + name.textValue());
    }
    JsonNode arguments = params.hasNonNull("arguments") ? params.get("arguments") : Json.object();
    if (!arguments.isObject()) {
      return Outcome.refused(Fault.INVALID_PARAMS, "\"arguments\" must be an object");
    }
    McpSchema.Tool definition = now.toolDefinition(name.textValue()).orElseThrow();
    Optional<String> wrong = schemas.violations(definition.inputSchema(), arguments);
    if (wrong.isPresent()) {
      return Outcome.refused(
          Fault.INVALID_ARGUMENTS,
          "Invalid arguments for tool "
              + definition.name()
              + ": "
              + wrong.get()
              + " (see its inputSchema)");
    }
    Map<String, Object> given = Json.map(arguments);
    return work(definition, call.with(given), tool.get()::call);
  }

  /** What is put off is worked on later with the same arguments, whoever calls it then. */
  private Outcome work(McpSchema.Tool definition, CallContext call, Outcome.Job work) {
    long begun = System.nanoTime();
    Outcome outcome = checked(definition, attempt(definition, () -> work.run(call)));
    if (!(outcome instanceof Outcome.Deferred deferred)) {
      tell(definition, call, outcome, begun);
      return outcome;
    }
    Outcome.Job rest =
        later ->
            work(
                definition,
                later instanceof CallContext other ? other.with(call.arguments()) : call,
                deferred.job());
    return new Outcome.Deferred(rest, deferred.ttl());
  }

  private void tell(McpSchema.Tool definition, CallContext call, Outcome outcome, long begun) {
    if (!(outcome instanceof Outcome.Asks)) {
      events.tellIfWanted(
          ServerEvent.ToolCalled.class,
          () ->
              new ServerEvent.ToolCalled(
                  definition.name(),
                  call.caller().tokenHint(),
                  call.caller().tokenName(),
                  call.caller().tenant().orElse(null),
                  call.ports().session().orElse(null),
                  TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun),
                  succeeded(outcome)));
    }
  }

  private static boolean succeeded(Outcome outcome) {
    return outcome instanceof Outcome.Complete complete
        && !(complete.result() instanceof McpSchema.CallToolResult result
            && Boolean.TRUE.equals(result.isError()));
  }

  private static Outcome attempt(McpSchema.Tool definition, Supplier<Outcome> work) {
    try {
      return work.get();
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      String reference = Ids.random();
      LOG.error("Tool {} failed, reference {}", definition.name(), reference, e);
      return Outcome.refused(
          Fault.INTERNAL,
          "Tool "
              + definition.name()
              + " failed; the server's log has the reason under "
              + reference);
    }
  }

  private Outcome checked(McpSchema.Tool definition, Outcome outcome) {
    if (definition.outputSchema() == null
        || !(outcome instanceof Outcome.Complete complete)
        || !(complete.result() instanceof McpSchema.CallToolResult result)
        || Boolean.TRUE.equals(result.isError())) {
      return outcome;
    }
    Optional<String> wrong =
        schemas.violations(definition.outputSchema(), Json.tree(result.structuredContent()));
    if (wrong.isEmpty()) {
      return outcome;
    }
    LOG.error("Tool {} broke its outputSchema: {}", definition.name(), wrong.get());
    return Outcome.refused(
        Fault.INTERNAL, "Tool " + definition.name() + " broke its own outputSchema");
  }
}
