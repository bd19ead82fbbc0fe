package io.everythingmcp.server.install;

import io.everythingmcp.api.ServerInfo;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.config.McpConfiguration;
import io.everythingmcp.server.protocol.Eras;
import io.everythingmcp.server.protocol.ServerIdentity;
import io.everythingmcp.server.protocol.profile.DeclaredExtensions;
import io.everythingmcp.server.protocol.profile.ServerProfile;
import java.util.function.Function;

/**
 * How an application introduces its server. What is configured comes before it. Immutable; each
 * method gives another one.
 *
 * @param name for programs
 * @param version of it
 * @param profile what else it says about itself
 * @param declared extensions and experimental capabilities, depending on the configuration
 */
public record Introduction(
    String name,
    String version,
    ServerProfile profile,
    Function<EverythingConfiguration, DeclaredExtensions> declared) {

  /** Of a server with this information. */
  public static Introduction of(ServerInfo info) {
    ServerProfile profile =
        new ServerProfile(
            info.title(), info.description(), info.websiteUrl(), info.icons(), info.instructions());
    return named(info.name(), info.version()).with(profile);
  }

  /** Of a server that is called so. */
  public static Introduction named(String name, String version) {
    return new Introduction(
        name, version, ServerProfile.NONE, configuration -> DeclaredExtensions.NONE);
  }

  /**
   * With the version of the build of a class, where the jar it is in names one.
   *
   * @param origin a class of the application
   */
  public static Introduction named(String name, Class<?> origin) {
    String version = origin.getPackage().getImplementationVersion();
    return named(name, version == null ? "development" : version);
  }

  /** Saying this about itself, too. */
  public Introduction with(ServerProfile other) {
    return new Introduction(name, version, other, declared);
  }

  /** Declaring this. */
  public Introduction declaring(Function<EverythingConfiguration, DeclaredExtensions> other) {
    return new Introduction(name, version, profile, other);
  }

  /** The name, where none is configured. */
  public String name(McpConfiguration mcp) {
    return mcp.getServerName().isEmpty() ? name : mcp.getServerName();
  }

  /** What people call the server. */
  public String label(EverythingConfiguration configuration) {
    return identity(configuration, configuration.getMcp().getEras()).label();
  }

  /** What the server says. */
  public ServerIdentity identity(EverythingConfiguration configuration, Eras served) {
    McpConfiguration mcp = configuration.getMcp();
    return new ServerIdentity(
        name(mcp),
        mcp.getServerVersion().isEmpty() ? version : mcp.getServerVersion(),
        mcp.getPresentation().over(profile),
        declared.apply(configuration),
        served.revisions());
  }
}
