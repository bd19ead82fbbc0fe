package io.everythingmcp.server.authserver.endpoint;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Rules for the resource indicators of tokens.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8707#section-2">RFC 8707, section 2</a>
 */
public final class ResourceIndicators {
  private static final SpecificationReference RULE = SpecificationReference.rfc(8707, "2");
  private static final int MOST = 10;

  private final Function<String, Optional<String>> audiences;
  private final String defaultAudience;

  /**
   * Creates the rules.
   *
   * @param audiences maps a requested resource to the audience of tokens; empty if it is not a
   *     valid resource
   * @param defaultAudience default audience
   */
  public ResourceIndicators(Function<String, Optional<String>> audiences, String defaultAudience) {
    this.audiences = audiences;
    this.defaultAudience = defaultAudience;
  }

  /** Returns the names in tokens of the resources of an authorization request. */
  public List<String> requested(List<String> requested) throws OAuthException {
    if (requested.isEmpty()) {
      return List.of(defaultAudience);
    }
    Set<String> resources = new LinkedHashSet<>();
    for (String text : requested) {
      Optional<String> resource = audiences.apply(canonical(text));
      if (resource.isEmpty() || requested.size() > MOST) {
        throw refused("Invalid resource: this server issues no tokens for it");
      }
      resources.add(resource.get());
    }
    return List.copyOf(resources);
  }

  /**
   * Returns the resources of a token request, which must be a subset of the granted ones. Granted
   * resources that this server no longer has, since its URL or endpoint path was changed, are
   * omitted; without another one the grant cannot be used.
   */
  public List<String> narrowed(List<String> granted, List<String> requested) throws OAuthException {
    List<String> present = new ArrayList<>();
    for (String resource : granted) {
      // The name in tokens is as configured, and need not be canonical.
      if (audiences.apply(canonical(resource)).isPresent()) {
        present.add(resource);
      }
    }
    if (present.isEmpty()) {
      throw OAuthException.invalidGrant(
          "The grant is for "
              + String.join(", ", granted)
              + ", but the URL of this server has changed since then; the user must authorize"
              + " the client again",
          RULE);
    }
    if (requested.isEmpty()) {
      return present;
    }
    List<String> resources = new ArrayList<>(requested(requested));
    if (!present.containsAll(resources)) {
      throw refused("resource was not granted");
    }
    return resources;
  }

  /**
   * Returns the canonical form: scheme and host are case-insensitive, and a trailing slash of the
   * path is removed.
   */
  public static String canonical(String text) throws OAuthException {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw refused("resource is not a URI");
    }
    if (!uri.isAbsolute() || text.contains("#")) {
      throw refused("resource is not an absolute URI without a fragment");
    }
    if (uri.getHost() == null || uri.getRawUserInfo() != null) {
      return text;
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    boolean usualPort =
        (scheme.equals("https") && uri.getPort() == 443)
            || (scheme.equals("http") && uri.getPort() == 80);
    return scheme
        + "://"
        + uri.getHost().toLowerCase(Locale.ROOT)
        + (uri.getPort() < 0 || usualPort ? "" : ":" + uri.getPort())
        + uri.getRawPath().replaceFirst("/$", "")
        + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  private static OAuthException refused(String wrong) {
    return new OAuthException(OAuth2Error.INVALID_TARGET, wrong, RULE);
  }
}
