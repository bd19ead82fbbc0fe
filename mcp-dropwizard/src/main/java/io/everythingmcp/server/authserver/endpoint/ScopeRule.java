package io.everythingmcp.server.authserver.endpoint;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import io.everythingmcp.api.OAuthScopes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Rules for scopes. A client gets at most the scopes that it requests. Scopes unknown to this
 * server, such as {@code openid}, are ignored.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.3">RFC 6749, section 3.3</a>
 */
public final class ScopeRule {
  private static final List<String> DEFAULTS = List.of(OAuthScopes.READ, OAuthScopes.WRITE);
  private static final SpecificationReference RULE = SpecificationReference.rfc(6749, "3.3");
  private static final Map<String, String> OWN = own();

  private final Supplier<Map<String, String>> more;

  /**
   * Creates the rules.
   *
   * @param more scopes in addition to the standard ones, such as those of tools, with descriptions;
   *     an empty description if there is none
   */
  public ScopeRule(Supplier<Map<String, String>> more) {
    this.more = more;
  }

  private static Map<String, String> own() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(OAuthScopes.READ, "See lists and read resources");
    words.put(OAuthScopes.WRITE, "Call tools, which may act on your behalf");
    words.put(
        OAuthScopes.ADMIN, "Make changes that are visible to all users: add and remove tools");
    return words;
  }

  private Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>(OWN);
    more.get().forEach(all::putIfAbsent);
    return all;
  }

  /** All there are. */
  public List<String> supported() {
    return List.copyOf(all().keySet());
  }

  /** Returns the descriptions of scopes for users, in the supported order. */
  public Map<String, String> described(Collection<String> scopes) {
    Map<String, String> words = new LinkedHashMap<>();
    all()
        .forEach(
            (scope, text) -> {
              if (scopes.contains(scope)) {
                words.put(scope, text.isBlank() ? "Use features that require " + scope : text);
              }
            });
    return words;
  }

  /** Returns the supported scopes of a parameter, in its order. */
  public Set<String> supported(String requested) {
    Set<String> scopes = split(requested);
    scopes.retainAll(all().keySet());
    return scopes;
  }

  /**
   * Returns the scopes of an authorization request; the default scopes if it names none that are
   * supported.
   *
   * @param requested the parameter; empty if missing
   * @param allowed scopes that this client may request; empty for all
   */
  public Set<String> requested(String requested, Set<String> allowed) throws OAuthException {
    Set<String> scopes = supported(requested);
    boolean useDefaults = scopes.isEmpty();
    if (useDefaults) {
      scopes.addAll(DEFAULTS);
    }
    if (!allowed.isEmpty()) {
      scopes.removeIf(scope -> !OAuthScopes.includes(allowed, scope));
    }
    if (scopes.isEmpty() && useDefaults) {
      scopes.addAll(supported(String.join(" ", allowed)));
    }
    if (scopes.isEmpty()) {
      throw refused("Invalid scope: none of the requested scopes is allowed for this client");
    }
    return scopes;
  }

  /**
   * Returns the scopes of a token request, a subset of the granted ones; all of them if it names
   * none that are supported.
   */
  public Set<String> narrowed(Set<String> granted, String requested) throws OAuthException {
    Set<String> scopes = supported(requested);
    if (scopes.isEmpty()) {
      return granted;
    }
    for (String scope : scopes) {
      if (!OAuthScopes.includes(granted, scope)) {
        throw refused("The scope " + scope + " was not granted");
      }
    }
    return scopes;
  }

  private static Set<String> split(String text) {
    return new LinkedHashSet<>(List.of(text.strip().split(" +")));
  }

  private static OAuthException refused(String wrong) {
    return new OAuthException(OAuth2Error.INVALID_SCOPE, wrong, RULE);
  }
}
