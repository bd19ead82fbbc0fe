package io.everythingmcp.openapi;

import io.everythingmcp.openapi.document.ImportErrors;
import io.everythingmcp.openapi.document.OpenApiDocument;
import io.everythingmcp.openapi.document.UrlText;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.servers.ServerVariable;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** URL of the service: the one that is set, or the first of the document's servers. */
final class ServiceBaseUrl {
  private static final String EXPECTED =
      "expected an absolute URL with the scheme http or https and without user, query and"
          + " fragment; set baseUrl(…)";

  private ServiceBaseUrl() {}

  static Optional<URI> of(OpenApiDocument document, Optional<URI> configured, ImportErrors errors) {
    if (configured.isPresent()) {
      return checked(configured.get(), "the base URL", "", errors);
    }
    List<Server> servers = document.model().getServers();
    String text = servers == null || servers.isEmpty() ? "/" : text(servers.get(0));
    try {
      URI url = URI.create(text);
      URI absolute = document.location().map(location -> location.resolve(url)).orElse(url);
      return checked(absolute, "the URL of the server", "/servers/0/url", errors);
    } catch (IllegalArgumentException e) {
      errors.add(
          "/servers/0/url", "the URL of the server is \"" + UrlText.of(text) + "\"; " + EXPECTED);
      return Optional.empty();
    }
  }

  /** The URL of a server with the default values of its variables. */
  static String text(Server server) {
    String text = server.getUrl() == null ? "/" : server.getUrl();
    if (server.getVariables() != null) {
      for (Map.Entry<String, ServerVariable> variable : server.getVariables().entrySet()) {
        String value = variable.getValue().getDefault();
        text = text.replace("{" + variable.getKey() + "}", value == null ? "" : value);
      }
    }
    return text;
  }

  private static Optional<URI> checked(URI url, String what, String pointer, ImportErrors errors) {
    boolean valid =
        ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
            && url.getHost() != null
            && url.getRawUserInfo() == null
            && url.getRawQuery() == null
            && url.getRawFragment() == null;
    if (!valid) {
      errors.add(pointer, what + " is \"" + UrlText.of(url) + "\"; " + EXPECTED);
      return Optional.empty();
    }
    return Optional.of(URI.create(url.toString().replaceAll("/+$", "")));
  }
}
