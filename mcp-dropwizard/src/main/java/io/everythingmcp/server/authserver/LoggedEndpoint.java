package io.everythingmcp.server.authserver;

import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.everythingmcp.server.authserver.endpoint.OAuthEndpoint;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.security.audit.AuthenticationLog;
import io.everythingmcp.server.security.audit.ReuseListener;
import java.util.List;
import java.util.Map;

/**
 * Endpoint that logs each outcome with the client id: direct errors, and errors sent by redirect.
 * Reads only the client id of a request.
 */
final class LoggedEndpoint implements OAuthEndpoint {
  private final String name;
  private final OAuthEndpoint endpoint;
  private final ReuseListener listener;

  LoggedEndpoint(String name, OAuthEndpoint endpoint, ReuseListener listener) {
    this.listener = listener;
    this.name = name;
    this.endpoint = endpoint;
  }

  @Override
  public HTTPResponse handle(HTTPRequest request) throws OAuthException {
    try {
      HTTPResponse response = endpoint.handle(request);
      log(request, response);
      return response;
    } catch (OAuthException refusal) {
      listener.outcome(name, refusal.error().getCode());
      AuthenticationLog.error(
          name, client(request), refusal.error().getCode(), refusal.error().getDescription());
      throw refusal;
    }
  }

  private void log(HTTPRequest request, HTTPResponse response) {
    String query = response.getLocation() == null ? null : response.getLocation().getRawQuery();
    Map<String, List<String>> sent = query == null ? Map.of() : URLUtils.parseParameters(query);
    if (sent.containsKey("error")) {
      listener.outcome(name, first(sent, "error"));
      AuthenticationLog.error(
          name, client(request), first(sent, "error"), first(sent, "error_description"));
    } else {
      listener.outcome(name, "completed");
      AuthenticationLog.completed(name, client(request), response.getStatusCode());
    }
  }

  private static String first(Map<String, List<String>> parameters, String name) {
    return parameters.getOrDefault(name, List.of()).stream().findFirst().orElse("");
  }

  private static String client(HTTPRequest request) {
    try {
      if (request.getAuthorization() != null && request.getAuthorization().startsWith("Basic ")) {
        return ClientSecretBasic.parse(request).getClientID().getValue();
      }
      boolean form = request.getMethod() == HTTPRequest.Method.POST;
      return first(
          form ? request.getBodyAsFormParameters() : request.getQueryStringParameters(),
          "client_id");
    } catch (com.nimbusds.oauth2.sdk.ParseException | RuntimeException e) {
      // Whether the request can be read at all is decided by the endpoint.
      return "";
    }
  }
}
