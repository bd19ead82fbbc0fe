package io.everythingmcp.server.configuration.file;

import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.tenant.MountConfiguration;
import io.everythingmcp.server.wire.EndpointPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Validation of the paths of the MCP endpoints. */
final class EndpointRules {
  private static final String ENDPOINT = "mcp.endpointPath";

  private final McpConfiguration configuration;
  private final WrittenValues written;

  EndpointRules(McpConfiguration configuration, WrittenValues written) {
    this.configuration = configuration;
    this.written = written;
  }

  List<String> problems() {
    String path = configuration.getMcp().getEndpointPath();
    Optional<String> wrong = path.isEmpty() ? Optional.empty() : EndpointPath.problem(path);
    return wrong.map(why -> List.of(problem(ENDPOINT, path, why))).orElseGet(this::mounts);
  }

  private List<String> mounts() {
    List<String> problems = new ArrayList<>();
    List<MountConfiguration> mounts = configuration.getMounts();
    for (int i = 0; i < mounts.size(); i++) {
      String key = "mounts[" + i + "].path";
      String path = mounts.get(i).getPath();
      configuration
          .endpoint()
          .mountProblem(path)
          .ifPresent(why -> problems.add(problem(key, path, why)));
    }
    return problems;
  }

  private String problem(String key, String value, String why) {
    return written.named(key) + " " + ConfigurationErrors.shown(key, value) + "; " + why;
  }
}
