package io.everythingmcp.server;

import io.dropwizard.core.ConfiguredBundle;
import io.dropwizard.core.setup.Environment;
import io.everythingmcp.server.auth.FirstOf;
import io.everythingmcp.server.auth.TokenVerifier;
import io.everythingmcp.server.auth.Verdict;
import io.everythingmcp.server.auth.http.AuthFilter;
import io.everythingmcp.server.auth.http.Challenge;
import io.everythingmcp.server.auth.http.Refusals;
import io.everythingmcp.server.auth.http.ResourceMetadataServlet;
import io.everythingmcp.server.auth.http.ServerMetadataServlet;
import io.everythingmcp.server.auth.verify.AuthServerWatch;
import io.everythingmcp.server.auth.verify.CustomVerifier;
import io.everythingmcp.server.change.LiveCatalog;
import io.everythingmcp.server.config.AuthConfiguration.Mode;
import io.everythingmcp.server.config.AuthModes;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.ops.Health;
import io.everythingmcp.server.protocol.Guard;
import io.everythingmcp.server.transport.http.TenantRoutes;
import io.everythingmcp.server.web.Visitor;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Servlet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Authentication in front of the endpoints of the protocol. Where nobody is asked who they are
 * ({@code auth.mode} is {@code none}) it adds nothing, so that an open server pays nothing for it.
 */
public final class ResourceServerBundle implements ConfiguredBundle<EverythingConfiguration> {
  /** How often an authorization server that is away is looked for. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final McpBundle mcp;
  private final Map<Mode, VerifierMaker> makers = new EnumMap<>(Mode.class);
  private volatile AuthServerWatch watch;
  private volatile Visitor visitor = Visitor.OF_REQUEST;
  private volatile Optional<String> server = Optional.empty();
  private volatile boolean on;

  /**
   * In front of these endpoints.
   *
   * @param mcp is added before this one
   */
  public ResourceServerBundle(McpBundle mcp) {
    this.mcp = mcp;
    verifier(Mode.JWT, (configuration, server) -> new BuiltInVerifiers(configuration).jwt());
    verifier(
        Mode.API_KEY, (configuration, server) -> new BuiltInVerifiers(configuration).apiKeys());
    verifier(
        Mode.SEPARATE,
        (configuration, server) -> new BuiltInVerifiers(configuration).separate(watch));
    verifier(
        Mode.CUSTOM,
        (configuration, server) -> CustomVerifier.named(configuration.getAuth().getCustomClass()));
  }

  /** Says how a mode verifies credentials; to be called before this bundle runs. */
  public ResourceServerBundle verifier(Mode mode, VerifierMaker maker) {
    makers.put(mode, maker);
    return this;
  }

  /** Decides which message needs which scope; nothing where everybody may do everything. */
  static Optional<Guard> guard(LiveCatalog catalog, EverythingConfiguration configuration) {
    AuthModes modes = AuthModes.of(configuration.getAuth());
    return modes.any()
        ? Optional.of(new Guard(catalog, refusals(configuration, modes)))
        : Optional.empty();
  }

  private static Refusals refusals(EverythingConfiguration configuration, AuthModes modes) {
    boolean bearer = !modes.bearer().isEmpty();
    return new Refusals(new Challenge(configuration.getBaseUri(), bearer));
  }

  /** Says who sits in front of a browser; the bundle where people log in knows. */
  public ResourceServerBundle visitor(Visitor known) {
    visitor = known;
    return this;
  }

  Visitor visitor() {
    return visitor;
  }

  /** Whether credentials can be verified, and who gives them; nothing where nobody needs one. */
  public Optional<Health.AuthServer> authServer() {
    if (!on) {
      return Optional.empty();
    }
    String hint = watch == null ? null : watch.away().map(Verdict.Unavailable::hint).orElse(null);
    return Optional.of(new Health.AuthServer(server.orElse(null), hint));
  }

  @Override
  public void run(EverythingConfiguration configuration, Environment environment) {
    CarefulLogs.install();
    AuthModes modes = AuthModes.of(configuration.getAuth());
    if (!modes.any()) {
      return;
    }
    on = true;
    server = servers(configuration, modes).stream().findFirst();
    if (modes.has(Mode.SEPARATE)) {
      watch(new BuiltInVerifiers(configuration).watch(), environment);
    }
    filter(configuration, environment, modes);
    if (!modes.bearer().isEmpty()) {
      ResourceMetadataServlet metadata =
          new ResourceMetadataServlet(
              configuration.getBaseUri(),
              mcp.server().runtime().identity().title(),
              servers(configuration, modes));
      servlet(environment, "resource-metadata", metadata, Challenge.METADATA + "/*");
    }
  }

  private void watch(AuthServerWatch separate, Environment environment) {
    watch = separate;
    separate.look();
    mcp.server().runtime().workers().every(LOOK, separate::lookNowAndThen);
    ServerMetadataServlet copy = new ServerMetadataServlet(separate::metadata, separate::away);
    servlet(
        environment,
        "auth-server-metadata",
        copy,
        "/.well-known/oauth-authorization-server/*",
        "/.well-known/openid-configuration/*");
  }

  private void filter(
      EverythingConfiguration configuration, Environment environment, AuthModes modes) {
    List<TokenVerifier> bearer =
        modes.bearer().stream().map(mode -> make(mode, configuration)).toList();
    Optional<TokenVerifier> keys =
        modes.has(Mode.API_KEY) ? Optional.of(make(Mode.API_KEY, configuration)) : Optional.empty();
    AuthFilter filter =
        new AuthFilter(
            bearer.isEmpty()
                ? Optional.empty()
                : Optional.of(bearer.size() == 1 ? bearer.get(0) : new FirstOf(bearer)),
            keys,
            request -> TenantRoutes.known(mcp.tenants(), request),
            refusals(configuration, modes),
            configuration.getAuth().isAnonymousInitialize());
    var registration = environment.servlets().addFilter("auth", filter);
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(
        EnumSet.of(DispatcherType.REQUEST), true, McpBundle.ENDPOINTS);
    registration.addMappingForUrlPatterns(
        EnumSet.of(DispatcherType.REQUEST), true, McpBundle.TENANTS);
  }

  private TokenVerifier make(Mode mode, EverythingConfiguration configuration) {
    VerifierMaker maker = makers.get(mode);
    if (maker == null) {
      throw new IllegalArgumentException(
          "auth.mode (AUTH_MODE): nothing in this server does "
              + mode.name().toLowerCase(Locale.ROOT));
    }
    return maker.make(configuration, mcp.server());
  }

  private static List<String> servers(EverythingConfiguration configuration, AuthModes modes) {
    List<String> servers = new ArrayList<>();
    if (modes.ownServer()) {
      servers.add(configuration.getBaseUri());
    }
    if (modes.has(Mode.SEPARATE)) {
      servers.add(configuration.getAuth().getSeparate().getUrl());
    }
    String issuer = configuration.getAuth().getJwt().getIssuer();
    if (modes.has(Mode.JWT) && issuer.startsWith("http")) {
      servers.add(issuer);
    }
    return servers;
  }

  private static void servlet(
      Environment environment, String name, Servlet servlet, String... paths) {
    var registration = environment.servlets().addServlet(name, servlet);
    registration.setLoadOnStartup(1);
    registration.addMapping(paths);
  }
}
