package io.everythingmcp.server.web;

import io.everythingmcp.server.transport.http.RequestBodies;
import java.util.List;
import java.util.function.UnaryOperator;

/** Page for browsers at an endpoint: its purpose, and how to connect. */
public final class EndpointPage implements RequestBodies.RefusalPage {
  private static final String SSE = "/sse";
  private static final String MESSAGE = "/message";

  private final SiteInfo site;
  private final TemplateBundle<?> templates;
  private final UnaryOperator<String> names;

  /**
   * Creates the page.
   *
   * @param names display names of servers by path
   */
  public EndpointPage(SiteInfo site, TemplateBundle<?> templates, UnaryOperator<String> names) {
    this.site = site;
    this.templates = templates;
    this.names = names;
  }

  /**
   * Model of the page.
   *
   * @param name display name of the server
   * @param transport transport at this address
   * @param address URL for clients
   * @param snippets configuration examples
   */
  public record Endpoint(
      String name, String transport, String address, List<ClientSnippets.Snippet> snippets) {}

  @Override
  public byte[] html(String path) {
    String own = path.equals(MESSAGE) ? SSE : path;
    String address = site.baseUri() + own;
    String name = names.apply(path);
    Endpoint endpoint =
        new Endpoint(
            name,
            own.equals(SSE) ? "HTTP+SSE (revision 2024-11-05)" : "Streamable HTTP",
            address,
            ClientSnippets.ofClients(address, name, own.equals(SSE)));
    return templates.html(new HtmlPage(site, "endpoint.ftlh", "MCP endpoint", endpoint));
  }
}
