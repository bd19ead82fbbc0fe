package io.everythingmcp.server.web;

import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.transport.http.RequestBodies;
import java.util.List;
import java.util.function.Function;

/** Page for browsers at an endpoint: its purpose, and how to connect. */
public final class EndpointPage implements RequestBodies.RefusalPage {
  private static final String SSE = "/sse";
  private static final String MESSAGE = "/message";

  private final SiteInfo site;
  private final TemplateBundle<?> templates;
  private final McpConfiguration configuration;
  private final Function<String, ServerNames> names;

  /**
   * The names of a server.
   *
   * @param display the name that users read
   * @param program the name that programs use, such as a key in the configuration of a client
   */
  public record ServerNames(String display, String program) {}

  /**
   * Creates the page.
   *
   * @param names the names of the server on a path
   */
  public EndpointPage(
      SiteInfo site,
      TemplateBundle<?> templates,
      McpConfiguration configuration,
      Function<String, ServerNames> names) {
    this.site = site;
    this.templates = templates;
    this.configuration = configuration;
    this.names = names;
  }

  /**
   * Model of the page.
   *
   * @param name display name of the server
   * @param transport transport at this address
   * @param address URL for clients
   * @param authentication how a client is authenticated
   * @param snippets examples to copy
   */
  public record Endpoint(
      String name,
      String transport,
      String address,
      String authentication,
      List<ClientSnippets.Snippet> snippets) {}

  @Override
  public byte[] html(String path) {
    String own = path.equals(MESSAGE) ? SSE : path;
    String address = site.baseUri() + own;
    boolean sse = own.equals(SSE);
    ServerNames server = names.apply(path);
    AccessInstructions access = AccessInstructions.of(configuration, path);
    Endpoint endpoint =
        new Endpoint(
            server.display(),
            sse ? "HTTP+SSE (revision 2024-11-05)" : "Streamable HTTP",
            address,
            access.note(),
            ClientSnippets.ofClients(address, server.program(), sse ? "sse" : "http", access));
    return templates.html(new HtmlPage(site, "endpoint.ftlh", "MCP endpoint", endpoint));
  }
}
