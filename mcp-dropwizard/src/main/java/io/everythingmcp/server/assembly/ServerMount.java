package io.everythingmcp.server.assembly;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.tenant.MountConfiguration;
import io.everythingmcp.server.management.tenant.TenantDocument;
import io.everythingmcp.server.tenant.Tenant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A server on an additional path.
 *
 * @param entrance its path and authentication
 * @param server description and features; the id contains a dot, so it is not the id of a tenant
 */
public record ServerMount(McpEndpointSecurity entrance, Tenant server) {
  private static final List<String> OF_TENANTS = List.of("id", "tokens", "subjects");

  /**
   * Those of a configuration.
   *
   * @param catalog all that a server can have
   * @throws IllegalArgumentException if one is invalid; the message contains the mount and the
   *     expected value
   */
  public static List<ServerMount> all(McpConfiguration configuration, FeatureCatalog catalog) {
    Set<String> paths = new HashSet<>();
    return configuration.getMounts().stream()
        .map(
            mount -> {
              if (!paths.add(mount.getPath())) {
                throw wrong(mount, "duplicate path");
              }
              return new ServerMount(
                  McpEndpointSecurity.of(mount, configuration), server(mount, catalog));
            })
        .toList();
  }

  /** Label of the server in this process: {@code tenant=acme} or {@code path=/mcp/acme}. */
  public String label() {
    return Tenant.wellFormed(server.id()) ? "tenant=" + server.id() : "path=" + entrance.path();
  }

  /** What a server on a path of its own is called where tenants have their id. */
  public static String id(String path) {
    return path.substring(1).replace('/', '.');
  }

  private static Tenant server(MountConfiguration mount, FeatureCatalog catalog) {
    ObjectNode document = mount.getServer().deepCopy();
    for (String field : OF_TENANTS) {
      if (document.has(field)) {
        throw wrong(mount, "server must not have \"" + field + "\", which is for tenants only");
      }
    }
    if (!document.has("name")) {
      document.put("name", mount.getPath().substring(1));
    }
    try {
      return TenantDocument.read(DeclaredTenants.numbered(document), "mount", catalog)
          .called(id(mount.getPath()));
    } catch (IllegalArgumentException e) {
      throw wrong(mount, "server: " + e.getMessage());
    }
  }

  private static IllegalArgumentException wrong(MountConfiguration mount, String why) {
    return new IllegalArgumentException("mounts, " + mount.getPath() + ": " + why);
  }
}
