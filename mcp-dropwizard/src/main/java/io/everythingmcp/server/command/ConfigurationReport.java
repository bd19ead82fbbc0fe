package io.everythingmcp.server.command;

import io.everythingmcp.api.OAuthScopes;
import io.everythingmcp.server.configuration.AuthConfiguration;
import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.AuthModes;
import io.everythingmcp.server.configuration.AuthorizationServerConfiguration;
import io.everythingmcp.server.configuration.CommaSeparatedList;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.SeparateConfiguration;
import io.everythingmcp.server.configuration.ServerPorts;
import io.everythingmcp.server.configuration.access.AccessConfiguration;
import io.everythingmcp.server.configuration.access.UserGroupConfiguration;
import io.everythingmcp.server.configuration.tenant.MountConfiguration;
import io.everythingmcp.server.wire.LoopbackHosts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Report of enabled features, security warnings and possible mistakes of a configuration. Contains
 * no secrets.
 */
public final class ConfigurationReport {
  private final McpConfiguration configuration;
  private final AuthConfiguration auth;
  private final AuthModes modes;
  private final boolean hasFixtures;

  /** The report about a configuration of a server that has fixtures. */
  public ConfigurationReport(McpConfiguration configuration) {
    this(configuration, true);
  }

  /**
   * Creates the report.
   *
   * @param hasFixtures whether {@code mcp.fixtures} has an effect in this server
   */
  public ConfigurationReport(McpConfiguration configuration, boolean hasFixtures) {
    this.hasFixtures = hasFixtures;
    this.configuration = configuration;
    this.auth = configuration.getAuth();
    this.modes = AuthModes.of(auth);
  }

  /** Returns the enabled features, one per line. */
  public List<String> enabledFeatures() {
    List<String> lines = new ArrayList<>();
    lines.add("endpoint         " + configuration.endpointUrl());
    lines.add("eras             " + word(configuration.getMcp().getEras()));
    lines.add("store            " + word(configuration.getStore().getType()));
    lines.add(
        "authentication   "
            + modes.all().stream()
                .map(ConfigurationReport::word)
                .collect(Collectors.joining(", ")));
    if (modes.has(Mode.SEPARATE)) {
      SeparateConfiguration separate = auth.getSeparate();
      lines.add(
          "tokens from      " + separate.getUrl() + ", by " + word(separate.getVerification()));
    }
    if (modes.ownServer()) {
      lines.add("tokens from      this server, as " + word(server().getAccessTokenFormat()));
      lines.add(
          "users log in at "
              + (modes.has(Mode.OAUTH2)
                  ? word(server().getUpstream().getProvider())
                  : "the fake identity provider"));
      lines.add("registration     " + word(server().getRegistration()));
    }
    if (issuesTokens()) {
      access(lines);
    }
    if (modes.has(Mode.JWT)) {
      lines.add("signed tokens    by " + keys() + issuer());
    }
    if (modes.has(Mode.API_KEY)) {
      int count = CommaSeparatedList.of(auth.getApiKeys().getKeys()).size();
      lines.add("API keys         " + (count + auth.getApiKeys().getHashed().size()));
    }
    if (!modes.bearer().isEmpty() && !discoverable()) {
      lines.add("tokens from      an issuer that clients cannot discover; set JWT_ISSUER to a URL");
    }
    if (auth.isAnonymousInitialize()) {
      lines.add("anonymous        initialize is allowed without a credential");
    }
    int tenants = configuration.getTenants().getDeclared().size();
    if (tenants > 0 || !configuration.getTenants().isDefaultServer()) {
      lines.add(
          "tenants          " + tenants + " declared" + (defaultServer() ? "" : ", no other user"));
    }
    configuration.getMounts().forEach(mount -> lines.add("mounted          " + mounted(mount)));
    boolean managed = !configuration.getManagement().getToken().isEmpty();
    lines.add(
        "management       "
            + (managed
                ? configuration.getBaseUri() + "/management/stats"
                : "off (MANAGEMENT_TOKEN)"));
    if (!configuration.getTracing().getEndpoint().isEmpty()) {
      lines.add("traces           to " + configuration.getTracing().getEndpoint());
    }
    if (fixtures()) {
      lines.add("fixtures         what the official conformance suite calls");
    }
    return lines;
  }

  /** Returns whether this process, or the command auth-server with the same file, issues tokens. */
  private boolean issuesTokens() {
    AuthModes anywhere = AuthModes.anywhere(configuration);
    return anywhere.ownServer() || anywhere.has(Mode.SEPARATE);
  }

  private void access(List<String> lines) {
    AccessConfiguration access = server().getAccess();
    boolean open = openAdmin(configuration, SecurityWarnings.realProvider(configuration));
    UserGroupConfiguration login = access.getLogin();
    lines.add("sign-in          " + (login.unset() ? "any user" : users(login)));
    UserGroupConfiguration admin = access.of(OAuthScopes.ADMIN);
    String defaultUsers = open ? "all users, at the fake provider" : "no user (ADMIN_SUBJECTS)";
    lines.add("may grant admin  " + (admin.unset() ? defaultUsers : users(admin)));
  }

  private static String users(UserGroupConfiguration users) {
    List<String> kinds = new ArrayList<>();
    kinds.add("subjects " + users.getSubjects());
    kinds.add("domains " + users.getDomains());
    kinds.add("claims " + users.getClaims());
    kinds.removeIf(kind -> kind.endsWith(" "));
    return String.join(", or ", kinds);
  }

  /**
   * Returns whether all users may have {@code mcp:admin} if the configuration has no rule: only
   * with the fake provider, which allows login as any user on loopback.
   *
   * @param real whether a real identity provider is configured
   */
  public static boolean openAdmin(McpConfiguration configuration, boolean real) {
    return !real
        && LoopbackHosts.isUri(configuration.getBaseUri())
        && configuration.getAuth().getServer().getAccess().of(OAuthScopes.ADMIN).unset();
  }

  private boolean fixtures() {
    return hasFixtures && configuration.getMcp().isFixtures();
  }

  private boolean defaultServer() {
    return configuration.getTenants().isDefaultServer();
  }

  private String mounted(MountConfiguration mount) {
    return mount.getPath()
        + ", "
        + AuthModes.of(mount, auth).all().stream()
            .map(ConfigurationReport::word)
            .collect(Collectors.joining(", "));
  }

  private AuthorizationServerConfiguration server() {
    return auth.getServer();
  }

  /** Whether the metadata of the resource can name an authorization server. */
  private boolean discoverable() {
    return modes.ownServer()
        || modes.has(Mode.SEPARATE)
        || (modes.has(Mode.JWT) && auth.getJwt().getIssuer().startsWith("http"));
  }

  private String keys() {
    List<String> keys = new ArrayList<>();
    if (!auth.getJwt().getSecret().isEmpty()) {
      keys.add("a secret");
    }
    if (!auth.getJwt().getKeyFile().isEmpty()) {
      keys.add("the keys in " + auth.getJwt().getKeyFile());
    }
    if (!auth.getJwt().getJwksUri().isEmpty()) {
      keys.add("the keys at " + auth.getJwt().getJwksUri());
    }
    return String.join(", ", keys);
  }

  private String issuer() {
    return auth.getJwt().getIssuer().isEmpty() ? "" : ", issued by " + auth.getJwt().getIssuer();
  }

  /** Returns the security warnings, one per line, with the recommended setting. */
  public List<String> unsafe() {
    return new SecurityWarnings(configuration, fixtures()).lines();
  }

  /** Where a client finds the server. */
  public String entry() {
    return "open " + configuration.getBaseUri() + "/ in a browser to connect a client";
  }

  /** Returns settings that are valid but often unintended, one per line. */
  public List<String> possibleMistakes() {
    List<String> lines = new ArrayList<>(configuration.warnings());
    int port = ServerPorts.application(configuration);
    URI base = URI.create(configuration.getBaseUri());
    int named = base.getPort() >= 0 ? base.getPort() : base.getScheme().equals("https") ? 443 : 80;
    if (LoopbackHosts.isUri(configuration.getBaseUri()) && port != 0 && named != port) {
      lines.add(
          "baseUri (BASE_URI) is '"
              + configuration.getBaseUri()
              + "', but the application port (PORT) is '"
              + port
              + "': clients reach this server only if it is forwarded from port "
              + named);
    }
    return lines;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
