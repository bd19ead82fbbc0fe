package io.everythingmcp.server.web;

import io.everythingmcp.server.config.AuthConfiguration;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.feature.Catalog;
import io.everythingmcp.server.ops.Health;
import io.everythingmcp.server.protocol.Eras;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.web.Splash.Address;
import io.everythingmcp.server.web.Splash.Count;
import io.everythingmcp.server.web.Splash.Fact;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The first page: what this server is, how to connect a client, what is switched on. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
public final class SplashResource {
  private final Site site;
  private final ServerRuntime runtime;
  private final Eras eras;
  private final EverythingConfiguration configuration;
  private final Health health;

  public SplashResource(
      Site site,
      ServerRuntime runtime,
      Eras eras,
      EverythingConfiguration configuration,
      Health health) {
    this.site = site;
    this.runtime = runtime;
    this.eras = eras;
    this.configuration = configuration;
    this.health = health;
  }

  /** The page, as things are now. */
  @GET
  public Response splash() {
    String endpoint = site.baseUri() + "/mcp";
    Splash model =
        new Splash(
            runtime.identity().version(),
            health.now(),
            endpoint,
            Snippets.of(endpoint, runtime.identity().name(), eras),
            counts(runtime.catalog().current()),
            List.of(revisions(), transports(), authentication(), store(), fixtures()),
            addresses());
    return Response.ok(new Page(site, "splash.ftlh", site.name(), model))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static List<Count> counts(Catalog catalog) {
    return List.of(
        new Count(catalog.tools().size(), "tools"),
        new Count(catalog.resources().size(), "resources"),
        new Count(catalog.templates().size(), "resource templates"),
        new Count(catalog.prompts().size(), "prompts"));
  }

  private Fact revisions() {
    return new Fact("Protocol revisions", eras.revisions(), "The client chooses.");
  }

  private Fact transports() {
    List<String> transports = new ArrayList<>(List.of("Streamable HTTP"));
    if (eras.sessionful()) {
      transports.add("HTTP+SSE");
    }
    return new Fact("Transports", transports, "The command stdio of the jar serves a third one.");
  }

  private Fact authentication() {
    AuthConfiguration.Mode mode = configuration.getAuth().getMode();
    return new Fact(
        "Authentication",
        List.of(mode.name().toLowerCase(Locale.ROOT)),
        mode == AuthConfiguration.Mode.NONE
            ? "Everything is open to everybody who reaches this address."
            : "A client without credentials is told where to get some.");
  }

  private Fact store() {
    String kind = runtime.store().kind();
    return new Fact(
        "Store",
        List.of(kind),
        kind.equals("memory")
            ? "Sessions live in this process and end with it."
            : "All instances share sessions; each one can serve any of them.");
  }

  private Fact fixtures() {
    boolean on = configuration.getMcp().isFixtures();
    return new Fact(
        "Fixtures",
        List.of(on ? "on" : "off"),
        on ? "What the official conformance suite calls is offered, too." : "");
  }

  private List<Address> addresses() {
    List<Address> addresses = new ArrayList<>();
    String verbs = eras.sessionful() ? "POST GET DELETE" : "POST";
    addresses.add(address(verbs, "/mcp", false, "Streamable HTTP: one address for everything"));
    if (eras.sessionful()) {
      addresses.add(address("GET", "/sse", false, "HTTP+SSE: the stream of revision 2024-11-05"));
      addresses.add(address("POST", "/message", false, "HTTP+SSE: where that stream says to post"));
    }
    addresses.addAll(whereToGetCredentials());
    addresses.add(address("GET", "/health", true, "Whether this instance works, as JSON"));
    addresses.add(
        address("GET POST", "/elicitation/…", false, "Pages to which a tool sends a user"));
    return addresses;
  }

  private List<Address> whereToGetCredentials() {
    String resource = "/.well-known/oauth-protected-resource";
    String server = "/.well-known/oauth-authorization-server";
    return switch (configuration.getAuth().getMode()) {
      case INTEGRATED, OAUTH2 ->
          List.of(
              address("GET", resource, true, "Who gives tokens for this server, as JSON"),
              address("GET", server, true, "Where clients register and people log in, as JSON"));
      case SEPARATE ->
          List.of(address("GET", resource, true, "Who gives tokens for this server, as JSON"));
      default -> List.of();
    };
  }

  private Address address(String verbs, String path, boolean link, String what) {
    return new Address(verbs, site.baseUri() + path, link, what);
  }
}
