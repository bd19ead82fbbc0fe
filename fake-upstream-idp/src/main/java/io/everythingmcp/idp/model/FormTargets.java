package io.everythingmcp.idp.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the form of the login page may lead, besides the redirect URI. Chrome applies the directive
 * {@code form-action} of a page to each redirect that follows the form: the login page, the
 * application that gets the code, and the client behind that application. Only that application
 * knows where it sends people next.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/#directive-form-action">CSP, form-action</a>
 */
@FunctionalInterface
public interface FormTargets {
  /**
   * Sources for the directive, such as {@code https://client.example} or {@code cursor:}.
   *
   * @param request the parameters of the authorization request; {@code state} among them
   */
  Set<String> of(Map<String, List<String>> request);

  /** Any web page, and no other schemes: right where nothing is known about the clients behind. */
  static FormTargets web() {
    return request -> Set.of("http:", "https:");
  }

  /** The redirect URI and nothing behind it. */
  static FormTargets redirectUriOnly() {
    return request -> Set.of();
  }
}
