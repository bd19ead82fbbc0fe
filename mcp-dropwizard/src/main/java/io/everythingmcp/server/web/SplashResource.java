package io.everythingmcp.server.web;

import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.FeatureVisibility;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.edge.SecurityHeadersFilter;
import io.everythingmcp.server.observation.HealthStatus;
import io.everythingmcp.server.protocol.EnabledEras;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.web.SplashPageModel.Address;
import io.everythingmcp.server.web.SplashPageModel.Count;
import io.everythingmcp.server.web.SplashPageModel.Fact;
import io.everythingmcp.server.web.SplashPageModel.Feature;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Home page: name of the server, connection instructions, enabled features. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
public final class SplashResource {
  private final SiteInfo site;
  private final ServerRuntime runtime;
  private final EnabledEras eras;
  private final McpConfiguration configuration;
  private final AccessInstructions access;
  private final HealthStatus health;
  private final String welcome;

  /**
   * Creates the page.
   *
   * @param welcome introductory text; may be empty
   */
  public SplashResource(
      SiteInfo site,
      ServerRuntime runtime,
      EnabledEras eras,
      McpConfiguration configuration,
      HealthStatus health,
      String welcome) {
    this.site = site;
    this.runtime = runtime;
    this.eras = eras;
    this.configuration = configuration;
    this.access = AccessInstructions.of(configuration.getAuth());
    this.health = health;
    this.welcome = welcome;
  }

  /** The page, as things are now. */
  @GET
  public Response splash() {
    String endpoint = configuration.endpointUrl();
    HealthStatus.Report now = health.now();
    SplashPageModel model =
        new SplashPageModel(
            runtime.identity().version(),
            new SplashPageModel.About(
                Objects.requireNonNullElse(runtime.identity().profile().description(), ""),
                Objects.requireNonNullElse(runtime.identity().profile().websiteUrl(), ""),
                welcome,
                DocsResource.isAvailable(runtime.catalog().current())),
            now,
            endpoint,
            ClientSnippets.of(endpoint, runtime.identity().name(), eras, access),
            counts(runtime.catalog().current()),
            List.of(revisions(), transports(), authentication(), store(now)),
            addresses());
    return Response.ok(new HtmlPage(site, "splash.ftlh", site.name(), model))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Content-Security-Policy", SecurityHeadersFilter.WITH_SCRIPT)
        .build();
  }

  private List<Count> counts(FeatureCatalog catalog) {
    List<Feature> tools =
        catalog.tools().stream()
            .map(t -> feature(t.definition().name(), t.definition().description()))
            .toList();
    List<Feature> resources =
        catalog.resources().stream()
            .map(r -> feature(r.definition().uri(), r.definition().description()))
            .toList();
    List<Feature> templates =
        catalog.templates().stream()
            .map(t -> feature(t.definition().uriTemplate(), t.definition().description()))
            .toList();
    List<Feature> prompts =
        catalog.prompts().stream()
            .map(p -> feature(p.definition().name(), p.definition().description()))
            .toList();
    return List.of(
        new Count("tools", tools, withSession(catalog)),
        new Count("resources", resources, ""),
        new Count("resource templates", templates, ""),
        new Count("prompts", prompts, ""));
  }

  private static Feature feature(String name, String description) {
    return new Feature(name, description == null ? "" : description);
  }

  /** Returns the number of tools of a client without a session, if it differs. */
  private String withSession(FeatureCatalog catalog) {
    long without =
        catalog.tools().stream()
            .filter(t -> t.visibility() != FeatureVisibility.STATEFUL_ONLY)
            .count();
    return eras.stateless() && without < catalog.tools().size()
        ? "Clients of 2026-07-28, without a session, can use " + without + " tools."
        : "";
  }

  private Fact revisions() {
    return new Fact("Protocol revisions", eras.revisions(), "The client chooses one.");
  }

  private Fact transports() {
    List<String> transports = new ArrayList<>(List.of("Streamable HTTP"));
    if (eras.stateful()) {
      transports.add("HTTP+SSE");
    }
    return new Fact("Transports", transports, "");
  }

  private Fact authentication() {
    return new Fact(
        "Authentication",
        access.modes().stream().map(mode -> mode.name().toLowerCase(Locale.ROOT)).toList(),
        access.note());
  }

  private Fact store(HealthStatus.Report now) {
    String kind = runtime.store().kind();
    if (kind.equals("memory")) {
      return new Fact(
          "Store", List.of(kind), "Sessions are stored in this process and end with it.");
    }
    return new Fact(
        "Store",
        List.of(kind),
        isStoreAvailable(now)
            ? "All instances share sessions; each one can serve any of them."
            : "The shared store is unreachable: requests are rejected with 503 until it is"
                + " reachable again.");
  }

  private static boolean isStoreAvailable(HealthStatus.Report now) {
    return !"unavailable".equals(now.services().get("redis"));
  }

  private List<Address> addresses() {
    List<Address> addresses = new ArrayList<>();
    String methods = eras.stateful() ? "POST GET DELETE" : "POST";
    addresses.add(address(methods, configuration.endpoint().path(), true, "Streamable HTTP"));
    configuration
        .getMounts()
        .forEach(
            mount ->
                addresses.add(
                    address(methods, mount.getPath(), true, "Streamable HTTP: mounted server")));
    if (eras.stateful()) {
      addresses.add(address("GET", "/sse", false, "HTTP+SSE (revision 2024-11-05): the stream"));
      addresses.add(
          address(
              "POST", "/message", false, "HTTP+SSE: messages, at the URL of the endpoint event"));
    }
    addresses.addAll(whereToGetCredentials());
    addresses.add(address("GET", "/health", true, "Health of this instance, as JSON"));
    addresses.add(address("GET POST", "/elicitation/…", false, "Pages of URL mode elicitation"));
    return addresses;
  }

  private List<Address> whereToGetCredentials() {
    String resource = "/.well-known/oauth-protected-resource";
    String server = "/.well-known/oauth-authorization-server";
    return switch (configuration.getAuth().getMode()) {
      case INTEGRATED, OAUTH2 ->
          List.of(
              address(
                  "GET",
                  resource,
                  true,
                  "Protected resource metadata: the authorization server, as JSON"),
              address(
                  "GET",
                  server,
                  true,
                  "Authorization server metadata: registration and login, as JSON"));
      case SEPARATE ->
          List.of(
              address(
                  "GET",
                  resource,
                  true,
                  "Protected resource metadata: the authorization server, as JSON"));
      default -> List.of();
    };
  }

  private Address address(String methods, String path, boolean link, String what) {
    return new Address(methods, site.baseUri() + path, link, what);
  }
}
