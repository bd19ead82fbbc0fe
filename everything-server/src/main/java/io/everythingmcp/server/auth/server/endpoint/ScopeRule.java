package io.everythingmcp.server.auth.server.endpoint;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import io.everythingmcp.server.feature.Scopes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides what a token may be good for. A client gets what it asks for and no more; what this
 * server does not know, {@code openid} for example, is left out.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.3">RFC 6749, section 3.3</a>
 */
public final class ScopeRule {
  /** All there are. */
  public static final List<String> SUPPORTED = List.of(Scopes.READ, Scopes.WRITE, Scopes.ADMIN);

  private static final Set<String> USUAL = Set.of(Scopes.READ, Scopes.WRITE);
  private static final Rule RULE = Rule.rfc(6749, "3.3");

  private ScopeRule() {}

  /**
   * Those of an authorization request.
   *
   * @param asked the parameter; empty where the client does not say
   * @param allowed what this client may ask for; empty for all
   */
  public static Set<String> asked(String asked, Set<String> allowed) throws Refusal {
    Set<String> scopes = asked.isBlank() ? new LinkedHashSet<>(USUAL) : split(asked);
    scopes.retainAll(SUPPORTED);
    if (!allowed.isEmpty()) {
      scopes.retainAll(allowed);
    }
    if (scopes.isEmpty()) {
      throw refused("None of these scopes can be had");
    }
    return scopes;
  }

  /** Those of a token request, which can only be among those that were granted. */
  public static Set<String> narrowed(Set<String> granted, String asked) throws Refusal {
    if (asked.isBlank()) {
      return granted;
    }
    Set<String> scopes = split(asked);
    if (!granted.containsAll(scopes)) {
      throw refused("A scope was not granted");
    }
    return scopes;
  }

  private static Set<String> split(String text) {
    return new LinkedHashSet<>(List.of(text.strip().split(" +")));
  }

  private static Refusal refused(String wrong) {
    return new Refusal(OAuth2Error.INVALID_SCOPE, wrong, RULE);
  }
}
