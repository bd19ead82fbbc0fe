package io.everythingmcp.server.assembly;

import io.everythingmcp.server.configuration.AuthModes;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.tenant.MountConfiguration;
import io.everythingmcp.server.security.ResourceAudience;
import java.util.List;
import java.util.Set;

/**
 * A Streamable HTTP endpoint and its authentication.
 *
 * @param path path relative to the base URI
 * @param modes authentication modes
 * @param scopes the only effective scopes; empty for all
 */
public record McpEndpointSecurity(String path, AuthModes modes, List<String> scopes) {
  /** Returns the security of the default server. */
  public static McpEndpointSecurity main(McpConfiguration configuration) {
    return new McpEndpointSecurity(
        configuration.endpoint().path(), AuthModes.of(configuration.getAuth()), List.of());
  }

  /** That of a mounted server. */
  public static McpEndpointSecurity of(MountConfiguration mount, McpConfiguration configuration) {
    return new McpEndpointSecurity(
        mount.getPath(),
        AuthModes.of(mount, configuration.getAuth()),
        List.copyOf(mount.getScopes()));
  }

  /** Those of all mounted servers. */
  public static List<McpEndpointSecurity> mounts(McpConfiguration configuration) {
    return configuration.getMounts().stream().map(mount -> of(mount, configuration)).toList();
  }

  /** Whether it has to be decided for each message whether its sender may send it. */
  public boolean guarded() {
    return modes.any() || !scopes.isEmpty();
  }

  /** For which resources a token may be that opens it. */
  public Set<String> resources(McpConfiguration configuration) {
    String baseUri = configuration.getBaseUri();
    return path.equals(configuration.endpoint().path())
        ? Set.of(
            baseUri + path,
            baseUri,
            baseUri + "/sse",
            baseUri + configuration.endpoint().ofTenant(ResourceAudience.TENANT))
        : Set.of(baseUri + path);
  }
}
