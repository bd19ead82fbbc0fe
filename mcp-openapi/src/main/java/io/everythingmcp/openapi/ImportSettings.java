package io.everythingmcp.openapi;

import io.everythingmcp.api.RequestContext;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Settings of an import.
 *
 * @param baseUrl URL of the service; empty for that of the document
 * @param names names of the tools
 * @param scopes required OAuth scopes
 * @param credentials by the name of a security scheme
 * @param headers headers of all requests; empty if none are set
 * @param outputSchemas whether tools have output schemas
 * @param exchange limits of a call
 */
record ImportSettings(
    Optional<URI> baseUrl,
    Function<OpenApiOperation, String> names,
    Function<OpenApiOperation, String> scopes,
    Map<String, Function<RequestContext, String>> credentials,
    Optional<Function<RequestContext, Map<String, String>>> headers,
    boolean outputSchemas,
    ExchangeLimits exchange) {

  /**
   * Limits of a call.
   *
   * @param timeout for the whole exchange
   * @param mostBytes largest response
   */
  record ExchangeLimits(Duration timeout, int mostBytes) {}
}
