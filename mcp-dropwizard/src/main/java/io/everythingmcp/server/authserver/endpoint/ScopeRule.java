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
 * Decides what a token may be good for. A client gets what it asks for and no more. What this
 * server does not know, {@code openid} for example, is left out wherever it is asked for.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.3">RFC 6749, section 3.3</a>
 */
public final class ScopeRule {
  private static final List<String> USUAL = List.of(OAuthScopes.READ, OAuthScopes.WRITE);
  private static final SpecificationReference RULE = SpecificationReference.rfc(6749, "3.3");
  private static final Map<String, String> OWN = own();

  private final Supplier<Map<String, String>> more;

  /**
   * A rule.
   *
   * @param more scopes beside those of the protocol, as those of tools, each with what it allows;
   *     empty where nobody has described it
   */
  public ScopeRule(Supplier<Map<String, String>> more) {
    this.more = more;
  }

  private static Map<String, String> own() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(OAuthScopes.READ, "See lists and read resources");
    words.put(OAuthScopes.WRITE, "Call tools, which may do things in your name");
    words.put(OAuthScopes.ADMIN, "Change what everybody sees: add and remove tools");
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

  /** What scopes allow, in words for a person, in the order in which they are supported. */
  public Map<String, String> described(Collection<String> scopes) {
    Map<String, String> words = new LinkedHashMap<>();
    all()
        .forEach(
            (scope, text) -> {
              if (scopes.contains(scope)) {
                words.put(scope, text.isBlank() ? "Use what needs the permission " + scope : text);
              }
            });
    return words;
  }

  /** Those of a parameter that there are, in the order of the parameter. */
  public Set<String> known(String asked) {
    Set<String> scopes = split(asked);
    scopes.retainAll(all().keySet());
    return scopes;
  }

  /**
   * Those of an authorization request. Where it names none that there are, it asks for the usual
   * ones.
   *
   * @param asked the parameter; empty where the client does not say
   * @param allowed what this client may ask for; empty for all
   */
  public Set<String> asked(String asked, Set<String> allowed) throws OAuthException {
    Set<String> scopes = known(asked);
    boolean unsaid = scopes.isEmpty();
    if (unsaid) {
      scopes.addAll(USUAL);
    }
    if (!allowed.isEmpty()) {
      scopes.removeIf(scope -> !OAuthScopes.includes(allowed, scope));
    }
    if (scopes.isEmpty() && unsaid) {
      scopes.addAll(known(String.join(" ", allowed)));
    }
    if (scopes.isEmpty()) {
      throw refused("The client may not ask for any of these scopes");
    }
    return scopes;
  }

  /**
   * Those of a token request, which can only be among those that were granted. Where it names none
   * that there are, it asks for all of these.
   */
  public Set<String> narrowed(Set<String> granted, String asked) throws OAuthException {
    Set<String> scopes = known(asked);
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
