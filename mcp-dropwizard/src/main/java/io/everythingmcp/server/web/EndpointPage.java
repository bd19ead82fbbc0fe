package io.everythingmcp.server.web;

import io.everythingmcp.server.transport.http.Bodies;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a person sees who opens the address of an endpoint: what it is for, and how to connect. */
public final class EndpointPage implements Bodies.RefusalPage {
  private static final String SSE = "/sse";
  private static final String MESSAGE = "/message";

  private final Site site;
  private final Templates<?> templates;
  private final UnaryOperator<String> names;

  /**
   * The page.
   *
   * @param names what people call the server on a path
   */
  public EndpointPage(Site site, Templates<?> templates, UnaryOperator<String> names) {
    this.site = site;
    this.templates = templates;
    this.names = names;
  }

  /**
   * What the page shows.
   *
   * @param name what people call the server
   * @param transport what is spoken at the address
   * @param address what a client is given
   * @param snippets examples to copy
   */
  public record Endpoint(
      String name, String transport, String address, List<Snippets.Snippet> snippets) {}

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
            Snippets.ofClients(address, name, own.equals(SSE)));
    return templates.html(new Page(site, "endpoint.ftlh", "MCP endpoint", endpoint));
  }
}
