package io.everythingmcp.server.command;

import io.everythingmcp.server.configuration.AuthConfiguration;
import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.AuthModes;
import io.everythingmcp.server.configuration.AuthorizationServerConfiguration;
import io.everythingmcp.server.configuration.CommaSeparatedList;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.SeparateConfiguration;
import io.everythingmcp.server.configuration.ServerPorts;
import io.everythingmcp.server.configuration.tenant.MountConfiguration;
import io.everythingmcp.server.wire.LoopbackHosts;
import java.util.ArrayList;
import java.util.List;

/** Security warnings about a configuration, with the recommended setting. Contains no secrets. */
final class SecurityWarnings {
  private static final int SHORT_KEY = 20;
  private static final int SHORT_TOKEN = 16;

  private final McpConfiguration configuration;
  private final AuthConfiguration auth;
  private final AuthModes modes;
  private final boolean fixtures;

  SecurityWarnings(McpConfiguration configuration, boolean fixtures) {
    this.configuration = configuration;
    this.auth = configuration.getAuth();
    this.modes = AuthModes.of(auth);
    this.fixtures = fixtures;
  }

  /** A line each. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    boolean here = LoopbackHosts.isUri(configuration.getBaseUri());
    if (!here && configuration.getMounts().stream().anyMatch(this::open)) {
      lines.add("A mounted server has auth none: anyone who can reach baseUri has access to it");
    }
    if (!modes.any() && defaultServer() && !here) {
      lines.add(
          "Authentication is off: anyone who can reach baseUri has full access; set AUTH_MODE");
    }
    if (allowsUnauthenticated() && !ServerPorts.onlyHere(configuration)) {
      lines.add("The port listens on a non-loopback address without authentication: set AUTH_MODE");
    }
    if (!ServerPorts.adminOnlyHere(configuration)) {
      lines.add(
          "The admin port listens on a non-loopback address without authentication: set"
              + " ADMIN_HOST");
    }
    if (!here && configuration.getBaseUri().startsWith("http:")) {
      lines.add("baseUri is http, so tokens are sent unencrypted: use https");
    }
    if (modes.has(Mode.SEPARATE)
        && auth.getSeparate().getClientSecret().equals(SeparateConfiguration.DEVELOPMENT_SECRET)) {
      lines.add("INTROSPECTION_CLIENT_SECRET is the development default: set another one");
    }
    if (modes.has(Mode.INTEGRATED) && !here) {
      lines.add("The fake identity provider allows login as any user: set AUTH_MODE to oauth2");
    }
    if (realProvider(configuration) && server().getAccess().getLogin().unset()) {
      lines.add(
          "All users of the identity provider can sign in: set ACCESS_SUBJECTS or"
              + " ACCESS_DOMAINS, unless the provider has only your own users");
    }
    if (modes.ownServer() && !here && server().getRegistration().isOn()) {
      lines.add(
          "Dynamic client registration is open to all: set REGISTRATION to off if it is not"
              + " required");
    }
    if (modes.ownServer() && !here && server().getEncryptionKey().isEmpty()) {
      lines.add("The encryption key is stored next to the data it protects: set ENCRYPTION_KEY");
    }
    if (modes.has(Mode.JWT) && auth.getJwt().getIssuer().isEmpty()) {
      lines.add("Tokens of any issuer with this key are accepted: set JWT_ISSUER");
    }
    if (CommaSeparatedList.of(auth.getApiKeys().getKeys()).stream()
        .anyMatch(k -> k.length() < SHORT_KEY)) {
      lines.add("An API key is shorter than " + SHORT_KEY + " characters, so it may be guessed");
    }
    String management = configuration.getManagement().getToken();
    if (!management.isEmpty() && management.length() < SHORT_TOKEN) {
      lines.add(
          "MANAGEMENT_TOKEN has less than " + SHORT_TOKEN + " characters: choose a longer one");
    }
    if (configuration.getMcp().getTrafficLog().isEnabled()) {
      lines.add("The log contains what users send and receive: set TRAFFIC_LOG to false");
    }
    if (fixtures && !here) {
      lines.add("The fixtures are for tests: set FIXTURES to false");
    }
    return lines;
  }

  /** Whether users log in at a real provider, here or at the command {@code auth-server}. */
  static boolean realProvider(McpConfiguration configuration) {
    AuthModes anywhere = AuthModes.anywhere(configuration);
    return anywhere.has(Mode.OAUTH2)
        || (anywhere.has(Mode.SEPARATE)
            && !configuration.getAuth().getServer().getUpstream().getClientId().isEmpty());
  }

  private boolean open(MountConfiguration mount) {
    return !AuthModes.of(mount, auth).any();
  }

  /** Whether a request without a credential is served, mounted servers aside. */
  private boolean allowsUnauthenticated() {
    return !modes.any()
        && (defaultServer()
            || configuration.getTenants().getDeclared().stream()
                .anyMatch(tenant -> tenant.path("tokens").isEmpty()));
  }

  private boolean defaultServer() {
    return configuration.getTenants().isDefaultServer();
  }

  private AuthorizationServerConfiguration server() {
    return auth.getServer();
  }
}
