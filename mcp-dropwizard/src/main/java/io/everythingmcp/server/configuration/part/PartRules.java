package io.everythingmcp.server.configuration.part;

import io.everythingmcp.server.configuration.AuthModes;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.tenant.TenantsConfiguration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds a part that a configuration needs and an application does not have. */
public final class PartRules {
  private PartRules() {}

  /**
   * Returns the error, with the setting and the expected value; empty if no part is missing.
   *
   * @param parts parts of the application
   */
  public static Optional<String> missing(McpConfiguration configuration, Set<ServerPart> parts) {
    if (!parts.contains(ServerPart.PROTOCOL)) {
      return missing("The application has other bundles of a server", ServerPart.PROTOCOL);
    }
    AuthModes modes = AuthModes.anywhere(configuration);
    if (!modes.all().isEmpty() && !parts.contains(ServerPart.RESOURCE_SERVER)) {
      return missing(
          "auth.mode (AUTH_MODE) is " + words(modes) + ", which requires authentication",
          ServerPart.RESOURCE_SERVER);
    }
    if (modes.ownServer() && !parts.contains(ServerPart.AUTHORIZATION_SERVER)) {
      return missing(
          "auth.mode (AUTH_MODE) is " + words(modes) + ", which issues access tokens",
          ServerPart.AUTHORIZATION_SERVER);
    }
    return parts.contains(ServerPart.TENANTS)
        ? Optional.empty()
        : tenants(configuration).flatMap(setting -> missing(setting, ServerPart.TENANTS));
  }

  private static Optional<String> tenants(McpConfiguration configuration) {
    TenantsConfiguration tenants = configuration.getTenants();
    if (!tenants.isDefaultServer()) {
      return Optional.of("tenants.defaultServer is false");
    }
    if (!tenants.getDeclared().isEmpty()) {
      return Optional.of("tenants.declared has tenants");
    }
    if (!configuration.getMounts().isEmpty()) {
      return Optional.of("mounts has servers");
    }
    return configuration.getLimits().getRate().getRequests().limited()
        ? Optional.of("limits.rate.requests (RATE_LIMIT) is set")
        : Optional.empty();
  }

  private static Optional<String> missing(String why, ServerPart part) {
    return Optional.of(
        why + ", but the application has no " + part.bundle() + ": add one, or change the setting");
  }

  private static String words(AuthModes modes) {
    return String.join(
        ", ", modes.all().stream().map(mode -> mode.name().toLowerCase(Locale.ROOT)).toList());
  }
}
