package io.everythingmcp.idp.flow;

import io.everythingmcp.idp.http.IdpRequest;
import io.everythingmcp.idp.http.IdpResponse;
import io.everythingmcp.idp.model.IdpSettings;
import io.everythingmcp.idp.page.ErrorPageModel;
import io.everythingmcp.idp.page.IdpPages;
import io.everythingmcp.idp.script.IdpRoute;
import io.everythingmcp.idp.script.IdpScript;
import io.everythingmcp.idp.script.InjectedFailure;
import io.everythingmcp.idp.script.MovableClock;
import io.everythingmcp.idp.state.IdpKeys;
import io.everythingmcp.idp.state.IdpState;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Selects the endpoint of a request, and applies the script to the response. */
public final class IdpRouter {
  private final Map<IdpRoute, IdpEndpoint> endpoints = new EnumMap<>(IdpRoute.class);
  private final Optional<IdpEndpoint> control;
  private final IdpScript script;
  private final IdpPages pages = new IdpPages();

  public IdpRouter(
      IdpSettings settings, IdpState state, IdpKeys keys, MovableClock clock, IdpScript script) {
    this.script = script;
    this.control = settings.control() ? Optional.of(new ControlEndpoint(script)) : Optional.empty();
    IdpGrantStore grants = new IdpGrantStore(state, settings, clock);
    IdpBrowserSessionStore browsers =
        new IdpBrowserSessionStore(state, settings.issuer().getScheme().equals("https"));
    IdpTokenIssuer tokens = new IdpTokenIssuer(settings, keys, script, clock);
    endpoints.put(
        IdpRoute.AUTHORIZE,
        new IdpAuthorizationEndpoint(settings, grants, browsers, pages, script, clock));
    endpoints.put(IdpRoute.TOKEN, new IdpTokenEndpoint(settings, grants, tokens));
    endpoints.put(IdpRoute.USERINFO, new UserInfoEndpoint(grants, script));
    endpoints.put(IdpRoute.JWKS, new IdpJwksEndpoint(keys));
    endpoints.put(IdpRoute.DISCOVERY, new DiscoveryEndpoint(settings));
  }

  public IdpResponse handle(IdpRequest request) {
    return secured(respond(request));
  }

  private IdpResponse respond(IdpRequest request) {
    Optional<IdpRoute> route = IdpRoute.at(request.path());
    Optional<IdpEndpoint> endpoint =
        route
            .map(endpoints::get)
            .or(() -> control.filter(c -> request.path().startsWith(ControlEndpoint.PREFIX)));
    if (endpoint.isEmpty()) {
      return nothingHere(request);
    }
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    if (!endpoint.get().methods().contains(method)) {
      return IdpResponse.empty(405)
          .with("Allow", String.join(", ", new TreeSet<>(endpoint.get().methods())));
    }
    return route
        .flatMap(script::take)
        .map(disturbance -> disturbed(disturbance, endpoint.get(), request))
        .orElseGet(() -> endpoint.get().serve(request));
  }

  private static IdpResponse disturbed(
      InjectedFailure disturbance, IdpEndpoint endpoint, IdpRequest request) {
    IdpResponse response =
        disturbance.status() == 0
            ? endpoint.serve(request)
            : IdpResponse.json(disturbance.status(), "{\"error\":\"server_error\"}");
    return response.after(disturbance.delay());
  }

  private IdpResponse nothingHere(IdpRequest request) {
    return request.header("Accept").orElse("").contains("text/html")
        ? pages.problem(
            404,
            new ErrorPageModel(
                "Page not found",
                "Start the login in the application that uses this identity provider."))
        : IdpResponse.json(404, "{\"error\":\"not_found\"}");
  }

  /** Pages, codes and tokens must not be cached. */
  private static IdpResponse secured(IdpResponse response) {
    return response
        .with("Cache-Control", "no-store")
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "same-origin");
  }
}
