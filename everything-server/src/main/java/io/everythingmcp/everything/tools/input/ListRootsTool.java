package io.everythingmcp.everything.tools.input;

import io.everythingmcp.api.InputRequest;
import io.everythingmcp.api.InputResponse;
import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.ToolHints;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests the roots of the client. */
public final class ListRootsTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder("listRoots", SchemaBuilder.noArguments())
          .title("List roots")
          .description(
              "Lists the current MCP roots provided by the client. Demonstrates the roots protocol"
                  + " capability even though this server doesn't access files.")
          .annotations(ToolHints.READ_ONLY)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    InputResponse response = call.inputResponses().get("roots");
    if (response == null) {
      return RequestOutcome.InputRequired.of("roots", new InputRequest.Roots());
    }
    if (response.hasError()) {
      return RequestOutcome.toolError("The client did not list its roots: " + response.error());
    }
    return RequestOutcome.text(response.roots().isEmpty() ? none() : list(response.roots()));
  }

  private static String list(List<Map<String, Object>> roots) {
    String lines =
        IntStream.range(0, roots.size())
            .mapToObj(i -> (i + 1) + ". " + line(roots.get(i)))
            .collect(Collectors.joining("\n\n"));
    return "Current MCP Roots ("
        + roots.size()
        + " total):\n\n"
        + lines
        + "\n\nNote: This server demonstrates the roots protocol capability but doesn't actually"
        + " access files. The roots are provided by the MCP client and can be used by servers that"
        + " need file system access.";
  }

  private static String line(Map<String, Object> root) {
    String name = Objects.toString(root.get("name"), "");
    return (name.isEmpty() ? "Unnamed Root" : name) + "\n   URI: " + root.get("uri");
  }

  private static String none() {
    return """
    The client supports roots but no roots are currently configured.

    This could mean:
    1. The client hasn't provided any roots yet
    2. The client provided an empty roots list
    3. The roots configuration is still being loaded\
    """;
  }
}
