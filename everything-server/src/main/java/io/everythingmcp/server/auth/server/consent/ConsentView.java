package io.everythingmcp.server.auth.server.consent;

import io.everythingmcp.server.auth.server.client.Client;
import io.everythingmcp.server.auth.server.client.RedirectUris;
import io.everythingmcp.server.auth.server.endpoint.ScopeRule;
import io.everythingmcp.server.feature.Scopes;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What the consent page shows.
 *
 * @param client what the client calls itself
 * @param origin who says so: {@code CONFIGURED}, {@code REGISTERED} or {@code DOCUMENT}
 * @param publisher the host of the document about the client; empty without one
 * @param destination where the answer goes
 * @param local whether that is on the computer of the person
 * @param scopes what the client wants to do, in words
 * @param resources where
 * @param person who has logged in; empty when nobody has yet
 * @param provider where the person will log in
 * @param request names the request that waits; goes back with the form
 * @param ticket shows that the form is of this browser; goes back with it
 */
public record ConsentView(
    String client,
    String origin,
    String publisher,
    String destination,
    boolean local,
    List<Permission> scopes,
    List<String> resources,
    String person,
    String provider,
    String request,
    String ticket) {
  private static final Map<String, String> WORDS =
      Map.of(
          Scopes.READ, "See lists and read resources",
          Scopes.WRITE, "Call tools, which may do things in your name",
          Scopes.ADMIN, "Change what everybody sees: add and remove tools");

  /**
   * Something that a client wants to do.
   *
   * @param words what that is
   * @param scope what programs call it
   */
  public record Permission(String words, String scope) {}

  static ConsentView of(
      Client client, Ask ask, String person, String provider, String request, String ticket) {
    URI redirect = URI.create(ask.redirectUri());
    boolean document = client.origin() == Client.Origin.DOCUMENT;
    return new ConsentView(
        client.name(),
        client.origin().name(),
        document ? URI.create(client.id()).getAuthority() : "",
        destination(redirect),
        RedirectUris.isLoopback(redirect) || RedirectUris.isOfApplication(redirect),
        ScopeRule.SUPPORTED.stream()
            .filter(ask.scopes()::contains)
            .map(scope -> new Permission(WORDS.get(scope), scope))
            .toList(),
        ask.resources(),
        person,
        provider,
        request,
        ticket);
  }

  private static String destination(URI redirect) {
    return RedirectUris.isOfApplication(redirect)
        ? redirect.getScheme() + ":"
        : redirect.getRawAuthority();
  }
}
