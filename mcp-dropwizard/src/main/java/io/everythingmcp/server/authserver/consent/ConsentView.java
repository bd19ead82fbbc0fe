package io.everythingmcp.server.authserver.consent;

import io.everythingmcp.server.authserver.client.OAuthClient;
import io.everythingmcp.server.authserver.client.RedirectUris;
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
 * @param before who logged in last with the browser, where nobody has logged in for this; empty for
 *     nobody
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
    String before,
    String provider,
    String request,
    String ticket) {
  /**
   * Something that a client wants to do.
   *
   * @param words what that is
   * @param scope what programs call it
   */
  public record Permission(String words, String scope) {}

  /**
   * Who decides.
   *
   * @param person who has logged in; empty when nobody has yet
   * @param before who logged in last with the browser; empty for nobody
   * @param provider where the person will log in
   */
  record Who(String person, String before, String provider) {}

  /**
   * What comes back with the decision.
   *
   * @param request names the request that waits
   * @param ticket shows that the form is of this browser
   */
  record Form(String request, String ticket) {}

  /**
   * The page for a request.
   *
   * @param scopes what is asked for, and what each allows
   */
  static ConsentView of(
      OAuthClient client,
      ValidatedAuthorizationRequest ask,
      Map<String, String> scopes,
      Who who,
      Form form) {
    URI redirect = URI.create(ask.redirectUri());
    boolean document = client.origin() == OAuthClient.Origin.DOCUMENT;
    return new ConsentView(
        client.name(),
        client.origin().name(),
        document ? URI.create(client.id()).getAuthority() : "",
        destination(ask.redirectUri()),
        RedirectUris.isLocal(redirect),
        scopes.entrySet().stream()
            .map(scope -> new Permission(scope.getValue(), scope.getKey()))
            .toList(),
        ask.resources(),
        who.person(),
        who.before(),
        who.provider(),
        form.request(),
        form.ticket());
  }

  /** Where an address leads, for a person. */
  static String destination(String address) {
    URI redirect = URI.create(address);
    return RedirectUris.isOfApplication(redirect)
        ? redirect.getScheme() + ":"
        : redirect.getRawAuthority();
  }
}
