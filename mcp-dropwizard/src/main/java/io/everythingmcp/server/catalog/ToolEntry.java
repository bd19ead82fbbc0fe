package io.everythingmcp.server.catalog;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.FeatureVisibility;
import io.everythingmcp.api.OAuthScopes;
import io.everythingmcp.api.TaskSupport;
import io.everythingmcp.api.Tool;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A tool of the catalog with what calls need to know of it. The methods of the tool that describe
 * it are called when the entry is created, and not for each call.
 *
 * @param tool the tool
 * @param definition its definition
 * @param input schema of the arguments
 * @param output schema of the structured content, if the tool declares one
 * @param requiredScopes all scopes that a call requires
 * @param taskSupport whether a call can run as a task
 * @param blocking whether a call runs on a worker thread
 * @param mirrored arguments that request headers repeat
 */
public record ToolEntry(
    Tool tool,
    McpSchema.Tool definition,
    CompiledSchema input,
    Optional<CompiledSchema> output,
    Set<String> requiredScopes,
    TaskSupport taskSupport,
    boolean blocking,
    List<MirroredParameter> mirrored) {

  static ToolEntry of(Tool tool, SchemaCompiler schemas) {
    McpSchema.Tool definition = tool.definition();
    return new ToolEntry(
        tool,
        definition,
        schemas.compile(definition.inputSchema()),
        Optional.ofNullable(definition.outputSchema()).map(schemas::compile),
        scopes(tool.requiredScope()),
        tool.taskSupport(),
        tool.isBlocking(),
        MirroredParameter.of(definition.name(), definition.inputSchema()));
  }

  /** A custom scope is required in addition to that of all calls, a standard scope alone. */
  private static Set<String> scopes(String scope) {
    return OAuthScopes.isStandard(scope) ? Set.of(scope) : Set.of(OAuthScopes.WRITE, scope);
  }

  /** Returns the name of the tool. */
  public String name() {
    return definition.name();
  }

  /** Returns whether a caller has the scopes of the tool; without authentication all have. */
  public boolean isPermittedTo(CallerIdentity caller) {
    return caller.isUnauthenticated()
        || requiredScopes.stream().allMatch(scope -> OAuthScopes.includes(caller.scopes(), scope));
  }

  /** Returns whether the tool exists for a caller. */
  public boolean isVisibleTo(FeatureVisibility.Viewer viewer) {
    return tool.visibility().isVisibleTo(viewer);
  }
}
