package io.everythingmcp.server.authserver;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.authserver.endpoint.AuthorizationPages;
import io.everythingmcp.server.authserver.endpoint.CallLimit;
import io.everythingmcp.server.authserver.endpoint.OAuthEndpoint;
import io.everythingmcp.server.authserver.endpoint.OAuthEndpointServlet;
import io.everythingmcp.server.authserver.endpoint.OAuthResponses;
import io.everythingmcp.server.security.audit.ReuseListener;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Routes of the endpoints, and rate limits per address of the endpoints for users; those of the
 * endpoints for programs are enforced before them, across all instances. Endpoints for programs are
 * at the root, as clients of 2025-03-26 expect, and below {@code /oauth}.
 */
final class EndpointRouteTable {
  private static final Set<String> POST = Set.of("POST");
  private static final Set<String> GET = Set.of("GET");
  private static final Set<String> BOTH = Set.of("GET", "POST");

  private final String issuer;
  private final AuthorizationPages pages;
  private final OutboundThreadLimits outbound;
  private final CallLimit userRequests;
  private final CallLimit guesses;
  private final ReuseListener listener;
  private final List<EndpointRoute> all = new ArrayList<>();

  EndpointRouteTable(
      String issuer,
      AuthorizationPages pages,
      OutboundThreadLimits outbound,
      CallLimit userRequests,
      CallLimit guesses,
      ReuseListener listener) {
    this.issuer = issuer;
    this.pages = pages;
    this.outbound = outbound;
    this.userRequests = userRequests;
    this.guesses = guesses;
    this.listener = listener;
  }

  List<EndpointRoute> all() {
    return List.copyOf(all);
  }

  void userPage(String name, OAuthEndpoint endpoint, String... paths) {
    add(name, false, List.of(paths), endpoint, BOTH, userRequests, pages::problem);
  }

  void program(String name, OAuthEndpoint endpoint) {
    List<String> paths = List.of("/" + name, "/oauth/" + name);
    add(name, true, paths, endpoint, POST, CallLimit.NONE, OAuthResponses::error);
  }

  /** For a program that has one secret, which could be guessed. */
  void guarded(String name, OAuthEndpoint endpoint) {
    List<String> paths = List.of("/" + name, "/oauth/" + name);
    add(name, true, paths, endpoint, POST, guesses, OAuthResponses::error);
  }

  void document(String name, OAuthEndpoint endpoint, String... paths) {
    add(name, true, List.of(paths), endpoint, GET, CallLimit.NONE, OAuthResponses::error);
  }

  /**
   * Adds the metadata document at all specified locations.
   *
   * @param openId whether it has all members that OpenID Connect requires
   * @see <a href="https://www.rfc-editor.org/rfc/rfc8414#section-3">RFC 8414, section 3</a>
   */
  void metadata(MetadataEndpoint endpoint, boolean openId) {
    String path = URI.create(issuer).getRawPath();
    document("metadata", endpoint, paths("oauth-authorization-server", path));
    if (openId) {
      Set<String> paths = new LinkedHashSet<>(List.of(paths("openid-configuration", path)));
      paths.add(path + "/.well-known/openid-configuration");
      document("openid-metadata", endpoint.openId(), paths.toArray(String[]::new));
    }
  }

  private static String[] paths(String name, String path) {
    return Stream.of("", path)
        .distinct()
        .map(end -> "/.well-known/" + name + end)
        .toArray(String[]::new);
  }

  private void add(
      String name,
      boolean open,
      List<String> paths,
      OAuthEndpoint endpoint,
      Set<String> methods,
      CallLimit limit,
      Function<ErrorObject, HTTPResponse> refused) {
    URI address = URI.create(issuer + paths.get(0));
    OAuthEndpoint logged = new LoggedEndpoint(name, endpoint, listener);
    all.add(
        new EndpointRoute(
            "oauth-" + name,
            paths,
            open,
            new OAuthEndpointServlet(
                outbound.counted(open ? logged : pages.forUsers(logged)),
                address,
                methods,
                limit,
                refused)));
  }
}
