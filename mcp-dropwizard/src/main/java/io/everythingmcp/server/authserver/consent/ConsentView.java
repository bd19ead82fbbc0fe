package io.everythingmcp.server.authserver.consent;

import io.everythingmcp.server.authserver.client.OAuthClient;
import io.everythingmcp.server.authserver.client.RedirectUris;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Model of the consent page.
 *
 * @param client the unverified client name
 * @param origin source of the client: {@code CONFIGURED}, {@code REGISTERED} or {@code DOCUMENT}
 * @param publisher host of the client ID metadata document; empty without one
 * @param destination target of the redirect
 * @param local whether the target is on the user's machine
 * @param scopes descriptions of the requested scopes
 * @param resources requested resources
 * @param person the logged-in user; empty if none
 * @param before the user who last logged in with the browser, if there was no login for this
 *     request; empty if none
 * @param provider name of the identity provider
 * @param request id of the pending request; returned with the form
 * @param ticket anti-forgery token bound to the browser; returned with the form
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
   * One permission on the page.
   *
   * @param words description
   * @param scope the scope
   */
  public record Permission(String words, String scope) {}

  /**
   * The deciding user.
   *
   * @param person the logged-in user; empty if none
   * @param before the user who last logged in with the browser; empty if none
   * @param provider name of the identity provider
   */
  record Who(String person, String before, String provider) {}

  /**
   * Hidden fields of the form.
   *
   * @param request id of the pending request
   * @param ticket anti-forgery token bound to the browser
   */
  record Form(String request, String ticket) {}

  /**
   * Creates the model for a request.
   *
   * @param scopes the requested scopes with descriptions
   */
  static ConsentView of(
      OAuthClient client,
      ValidatedAuthorizationRequest authorization,
      Map<String, String> scopes,
      Who who,
      Form form) {
    URI redirect = URI.create(authorization.redirectUri());
    boolean document = client.origin() == OAuthClient.Origin.DOCUMENT;
    return new ConsentView(
        client.name(),
        client.origin().name(),
        document ? URI.create(client.id()).getAuthority() : "",
        destination(authorization.redirectUri()),
        RedirectUris.isLocal(redirect),
        scopes.entrySet().stream()
            .map(scope -> new Permission(scope.getValue(), scope.getKey()))
            .toList(),
        authorization.resources(),
        who.person(),
        who.before(),
        who.provider(),
        form.request(),
        form.ticket());
  }

  /** Returns the readable target of a redirect URI. */
  static String destination(String address) {
    URI redirect = URI.create(address);
    return RedirectUris.isOfApplication(redirect)
        ? redirect.getScheme() + ":"
        : redirect.getRawAuthority();
  }
}
