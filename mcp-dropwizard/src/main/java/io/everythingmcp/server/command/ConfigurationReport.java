package io.everythingmcp.server.command;

import io.everythingmcp.api.OAuthScopes;
import io.everythingmcp.server.config.AuthConfiguration;
import io.everythingmcp.server.config.AuthConfiguration.Mode;
import io.everythingmcp.server.config.AuthModes;
import io.everythingmcp.server.config.AuthorizationServerConfiguration;
import io.everythingmcp.server.config.CommaSeparatedList;
import io.everythingmcp.server.config.McpConfiguration;
import io.everythingmcp.server.config.SeparateConfiguration;
import io.everythingmcp.server.config.ServerPorts;
import io.everythingmcp.server.config.access.AccessConfiguration;
import io.everythingmcp.server.config.access.UserGroupConfiguration;
import io.everythingmcp.server.config.part.ServerPart;
import io.everythingmcp.server.config.tenant.MountConfiguration;
import io.everythingmcp.server.wire.LoopbackHosts;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a configuration switches on, and what an operator should think about. Names no secret. */
public final class ConfigurationReport {
  private static final int SHORT_KEY = 20;
  private static final int SHORT_TOKEN = 16;

  private final McpConfiguration configuration;
  private final AuthConfiguration auth;
  private final AuthModes modes;
  private final Set<ServerPart> parts;

  /** The report about a configuration of a server that has all parts. */
  public ConfigurationReport(McpConfiguration configuration) {
    this(configuration, EnumSet.allOf(ServerPart.class));
  }

  /**
   * The report about a configuration.
   *
   * @param parts those that the server has; what others would do is left out
   */
  public ConfigurationReport(McpConfiguration configuration, Set<ServerPart> parts) {
    this.parts = parts;
    this.configuration = configuration;
    this.auth = configuration.getAuth();
    this.modes = AuthModes.of(auth);
  }

  /** What is switched on, a line each. */
  public List<String> on() {
    List<String> lines = new ArrayList<>();
    lines.add("endpoint         " + configuration.getBaseUri() + "/mcp");
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
          "people log in at "
              + (modes.has(Mode.OAUTH2)
                  ? word(server().getUpstream().getProvider())
                  : "the fake identity provider"));
      lines.add("registration     " + word(server().getRegistration()));
    }
    if (givesTokens()) {
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
      lines.add("tokens from      nobody whom clients could discover; JWT_ISSUER would be a URL");
    }
    if (auth.isAnonymousInitialize()) {
      lines.add("anonymous        initialize works without a credential, nothing else does");
    }
    int tenants = configuration.getTenants().getDeclared().size();
    if (tenants > 0 || !configuration.getTenants().isEverybody()) {
      lines.add("tenants          " + tenants + " declared" + (everybody() ? "" : ", nobody else"));
    }
    configuration.getMounts().forEach(mount -> lines.add("mounted          " + mounted(mount)));
    boolean managed = !configuration.getManagement().getToken().isEmpty();
    if (parts.contains(ServerPart.OPERATIONS)) {
      lines.add(
          "management       "
              + (managed ? configuration.getBaseUri() + "/management" : "off (MANAGEMENT_TOKEN)"));
    }
    if (parts.contains(ServerPart.OPERATIONS)
        && !configuration.getTracing().getEndpoint().isEmpty()) {
      lines.add("traces           to " + configuration.getTracing().getEndpoint());
    }
    if (fixtures()) {
      lines.add("fixtures         what the official conformance suite calls");
    }
    return lines;
  }

  /** Whether this process, or the command auth-server with the same file, gives tokens. */
  private boolean givesTokens() {
    AuthModes anywhere = AuthModes.anywhere(configuration);
    return anywhere.ownServer() || anywhere.has(Mode.SEPARATE);
  }

  private boolean realProvider() {
    AuthModes anywhere = AuthModes.anywhere(configuration);
    return anywhere.has(Mode.OAUTH2)
        || (anywhere.has(Mode.SEPARATE) && !server().getUpstream().getClientId().isEmpty());
  }

  private void access(List<String> lines) {
    AccessConfiguration access = server().getAccess();
    boolean open = openAdmin(configuration, realProvider());
    UserGroupConfiguration login = access.getLogin();
    lines.add("may log in       " + (login.unsaid() ? "everybody" : people(login)));
    UserGroupConfiguration admin = access.of(OAuthScopes.ADMIN);
    String unsaid = open ? "everybody, at the fake provider" : "nobody (ADMIN_SUBJECTS)";
    lines.add("may have admin   " + (admin.unsaid() ? unsaid : people(admin)));
  }

  private static String people(UserGroupConfiguration people) {
    List<String> kinds = new ArrayList<>();
    kinds.add("subjects " + people.getSubjects());
    kinds.add("domains " + people.getDomains());
    kinds.add("claims " + people.getClaims());
    kinds.removeIf(kind -> kind.endsWith(" "));
    return String.join(", or ", kinds);
  }

  /**
   * Whether everybody who logs in may have {@code mcp:admin}, where the configuration does not say
   * who may: only at the fake provider, where anybody can be anybody, and only on this machine.
   *
   * @param real whether people log in at a real provider
   */
  public static boolean openAdmin(McpConfiguration configuration, boolean real) {
    return !real
        && LoopbackHosts.isUri(configuration.getBaseUri())
        && configuration.getAuth().getServer().getAccess().of(OAuthScopes.ADMIN).unsaid();
  }

  private boolean fixtures() {
    return parts.contains(ServerPart.FIXTURES) && configuration.getMcp().isFixtures();
  }

  private boolean open(MountConfiguration mount) {
    return !AuthModes.of(mount, auth).any();
  }

  private boolean everybody() {
    return configuration.getTenants().isEverybody();
  }

  /** Whether a request without a credential is served, mounted servers aside. */
  private boolean servesStrangers() {
    return !modes.any()
        && (everybody()
            || configuration.getTenants().getDeclared().stream()
                .anyMatch(tenant -> tenant.path("tokens").isEmpty()));
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

  /** What is unsafe, a line each, with what would be better. */
  public List<String> unsafe() {
    List<String> lines = new ArrayList<>();
    boolean here = LoopbackHosts.isUri(configuration.getBaseUri());
    if (!here && configuration.getMounts().stream().anyMatch(this::open)) {
      lines.add("Everybody who reaches baseUri may use a mounted server whose auth is none");
    }
    if (!modes.any() && everybody() && !here) {
      lines.add("Everybody who reaches baseUri may do everything: set AUTH_MODE");
    }
    if (servesStrangers() && !ServerPorts.onlyHere(configuration)) {
      lines.add("The port is bound to other machines, and nobody must authenticate: set AUTH_MODE");
    }
    if (!ServerPorts.adminOnlyHere(configuration)) {
      lines.add(
          "The admin port is bound to other machines, and has no authentication: set ADMIN_HOST");
    }
    if (!here && configuration.getBaseUri().startsWith("http:")) {
      lines.add("baseUri is http, so tokens can be read on their way: use https");
    }
    if (modes.has(Mode.SEPARATE)
        && auth.getSeparate().getClientSecret().equals(SeparateConfiguration.DEVELOPMENT_SECRET)) {
      lines.add("INTROSPECTION_CLIENT_SECRET is the one for development: choose your own");
    }
    if (modes.has(Mode.INTEGRATED) && !here) {
      lines.add("Anybody can be anybody at the fake identity provider: set AUTH_MODE to oauth2");
    }
    if (realProvider() && server().getAccess().getLogin().unsaid()) {
      lines.add(
          "Everybody with an account at the provider may log in: set ACCESS_SUBJECTS or"
              + " ACCESS_DOMAINS, unless the provider lets in only your people");
    }
    if (modes.ownServer() && !here && server().getRegistration().isOn()) {
      lines.add("Any application may register itself: set REGISTRATION to off, if yours need not");
    }
    if (modes.ownServer() && !here && server().getEncryptionKey().isEmpty()) {
      lines.add(
          "Keys are encrypted in the store with a key that lies beside them: set ENCRYPTION_KEY");
    }
    if (modes.has(Mode.JWT) && auth.getJwt().getIssuer().isEmpty()) {
      lines.add("Tokens of any issuer who has the key are accepted: set JWT_ISSUER");
    }
    if (CommaSeparatedList.of(auth.getApiKeys().getKeys()).stream()
        .anyMatch(k -> k.length() < SHORT_KEY)) {
      lines.add("An API key is shorter than " + SHORT_KEY + " characters, so it may be guessed");
    }
    String management = configuration.getManagement().getToken();
    if (parts.contains(ServerPart.OPERATIONS)
        && !management.isEmpty()
        && management.length() < SHORT_TOKEN) {
      lines.add(
          "MANAGEMENT_TOKEN has less than " + SHORT_TOKEN + " characters: choose a longer one");
    }
    if (fixtures() && !here) {
      lines.add("The fixtures are for tests: set FIXTURES to false");
    }
    return lines;
  }

  /** Where a client finds the server. */
  public String entry() {
    return parts.contains(ServerPart.PAGES)
        ? "open " + configuration.getBaseUri() + "/ in a browser to connect a client"
        : "clients connect to " + configuration.getBaseUri() + "/mcp";
  }

  /** What may be meant as it is written, and often is not, a line each. */
  public List<String> doubtful() {
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
              + "': clients find this server only where something forwards port "
              + named);
    }
    return lines;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
