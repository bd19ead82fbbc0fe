package io.everythingmcp.server.assembly;

import io.everythingmcp.api.ServerInfo;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.ProtocolConfiguration;
import io.everythingmcp.server.protocol.EnabledEras;
import io.everythingmcp.server.protocol.ServerImplementation;
import io.everythingmcp.server.protocol.profile.DeclaredExtensions;
import io.everythingmcp.server.protocol.profile.ServerDescription;
import java.util.function.Function;

/**
 * Description of an application's server; the configuration takes precedence. Immutable; each
 * method returns a copy.
 *
 * @param name name for programs
 * @param version its version
 * @param profile further description
 * @param declared extensions and experimental capabilities, depending on the configuration
 */
public record ServerIntroduction(
    String name,
    String version,
    ServerDescription profile,
    Function<McpConfiguration, DeclaredExtensions> declared) {

  /** Of a server with this information. */
  public static ServerIntroduction of(ServerInfo info) {
    ServerDescription profile =
        new ServerDescription(
            info.title(), info.description(), info.websiteUrl(), info.icons(), info.instructions());
    return new ServerIntroduction(
        info.name(), info.version(), profile, configuration -> DeclaredExtensions.NONE);
  }

  /** Declaring this. */
  public ServerIntroduction declaring(Function<McpConfiguration, DeclaredExtensions> other) {
    return new ServerIntroduction(name, version, profile, other);
  }

  /** The name, where none is configured. */
  public String name(ProtocolConfiguration mcp) {
    return mcp.getServerName().isEmpty() ? name : mcp.getServerName();
  }

  /** Returns the display name of the server. */
  public String label(McpConfiguration configuration) {
    return identity(configuration, configuration.getMcp().getEras()).label();
  }

  /** Returns the implementation information of the server. */
  public ServerImplementation identity(McpConfiguration configuration, EnabledEras served) {
    ProtocolConfiguration mcp = configuration.getMcp();
    return new ServerImplementation(
        name(mcp),
        mcp.getServerVersion().isEmpty() ? version : mcp.getServerVersion(),
        mcp.getPresentation().over(profile),
        declared.apply(configuration),
        served.revisions());
  }
}
