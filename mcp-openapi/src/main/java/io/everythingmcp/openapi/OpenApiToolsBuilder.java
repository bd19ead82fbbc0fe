package io.everythingmcp.openapi;

import io.everythingmcp.api.OAuthScopes;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.openapi.document.DocumentSource;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Builder of {@link OpenApiTools}. Not thread-safe. */
public final class OpenApiToolsBuilder {
  /** Time in which a call must be complete unless another one is set. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

  /** Largest response in bytes unless another one is set. */
  public static final int DEFAULT_MAXIMUM_RESPONSE_SIZE = 1024 * 1024;

  private final DocumentSource source;
  private final OperationSelection selection = new OperationSelection();
  private final Map<String, Function<RequestContext, String>> credentials = new LinkedHashMap<>();
  private @Nullable URI baseUrl;
  private @Nullable Function<RequestContext, Map<String, String>> headers;
  private Function<OpenApiOperation, String> names = OpenApiOperation::defaultToolName;
  private Function<OpenApiOperation, String> scopes =
      operation -> operation.isSafe() ? OAuthScopes.READ : OAuthScopes.WRITE;
  private Duration timeout = DEFAULT_TIMEOUT;
  private int maximumResponseSize = DEFAULT_MAXIMUM_RESPONSE_SIZE;
  private boolean outputSchemas = true;
  private boolean unsupportedLeftOut;

  OpenApiToolsBuilder(DocumentSource source) {
    this.source = source;
  }

  /**
   * Sets the URL of the service. Default: the first of {@code servers}, with the default values of
   * its variables, relative to the URL of the document. Requests and redirects to another origin
   * are not sent.
   *
   * @param url absolute URL with the scheme http or https, without query and fragment
   * @return this builder
   */
  public OpenApiToolsBuilder baseUrl(URI url) {
    baseUrl = url;
    return this;
  }

  /**
   * Selects operations by method. Default: GET and HEAD, which do not change anything, unless
   * operations are selected by id.
   *
   * @param methods HTTP methods
   * @return this builder
   */
  public OpenApiToolsBuilder methods(String... methods) {
    selection.methods(List.of(methods));
    return this;
  }

  /**
   * Selects operations of all methods: GET, HEAD, POST, PUT, PATCH, DELETE and OPTIONS.
   *
   * @return this builder
   */
  public OpenApiToolsBuilder allMethods() {
    return methods("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  }

  /**
   * Selects operations that have one of these tags.
   *
   * @param tags the tags
   * @return this builder
   */
  public OpenApiToolsBuilder tags(String... tags) {
    selection.tags(List.of(tags));
    return this;
  }

  /**
   * Selects operations by id.
   *
   * @param operationIds the ids
   * @return this builder
   */
  public OpenApiToolsBuilder operationIds(String... operationIds) {
    selection.operationIds(List.of(operationIds));
    return this;
  }

  /**
   * Adds a condition to the selection of operations.
   *
   * @param condition whether an operation is imported
   * @return this builder
   */
  public OpenApiToolsBuilder operations(Predicate<OpenApiOperation> condition) {
    selection.condition(condition);
    return this;
  }

  /**
   * Sets the names of the tools. Default: {@link OpenApiOperation#defaultToolName}.
   *
   * @param names returns the name of a tool, 1 to 128 of A-Z a-z 0-9 _ - .
   * @return this builder
   */
  public OpenApiToolsBuilder names(Function<OpenApiOperation, String> names) {
    this.names = names;
    return this;
  }

  /**
   * Sets the OAuth scopes that callers need. Default: {@code mcp:read} for GET and HEAD, {@code
   * mcp:write} otherwise.
   *
   * @param scopes returns the scope of a tool
   * @return this builder
   */
  public OpenApiToolsBuilder scopes(Function<OpenApiOperation, String> scopes) {
    this.scopes = scopes;
    return this;
  }

  /**
   * Sets the credential of this server for a security scheme of the document. It is sent where the
   * scheme declares it, only by operations that require the scheme.
   *
   * @param scheme name in {@code components.securitySchemes}
   * @param value returns the API key, the bearer token, or {@code user:password} for basic
   *     authentication; called for each request
   * @return this builder
   */
  public OpenApiToolsBuilder credential(String scheme, Function<RequestContext, String> value) {
    credentials.put(scheme, value);
    return this;
  }

  /**
   * Sets headers of all requests that authenticate this server, for services whose document does
   * not declare how. Operations then need no {@link #credential}. The access token of the caller is
   * not available here: it was issued for this server, and must not be passed on.
   *
   * @param headers returns the headers; called for each request
   * @return this builder
   * @see <a
   *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/security_best_practices#token-passthrough">Token
   *     passthrough</a>
   */
  public OpenApiToolsBuilder credentials(Function<RequestContext, Map<String, String>> headers) {
    this.headers = headers;
    return this;
  }

  /**
   * Sets the time in which a call must be complete.
   *
   * @param timeout longer than zero; {@link #DEFAULT_TIMEOUT} by default
   * @return this builder
   */
  public OpenApiToolsBuilder timeout(Duration timeout) {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("The timeout is " + timeout + "; expected more than zero");
    }
    this.timeout = timeout;
    return this;
  }

  /**
   * Sets the size of the largest response. A longer one is a tool error.
   *
   * @param bytes at least 1; {@link #DEFAULT_MAXIMUM_RESPONSE_SIZE} by default
   * @return this builder
   */
  public OpenApiToolsBuilder maximumResponseSize(int bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("The size is " + bytes + "; expected 1 at least");
    }
    maximumResponseSize = bytes;
    return this;
  }

  /**
   * Makes tools without output schemas, for services whose responses do not match their document.
   *
   * @return this builder
   */
  public OpenApiToolsBuilder withoutOutputSchemas() {
    outputSchemas = false;
    return this;
  }

  /**
   * Leaves out operations that are not supported, instead of failing. They are listed in {@link
   * OpenApiTools#refusals}.
   *
   * @return this builder
   */
  public OpenApiToolsBuilder leaveOutUnsupported() {
    unsupportedLeftOut = true;
    return this;
  }

  /**
   * Reads the document and makes the tools.
   *
   * @return the tools
   * @throws InvalidOpenApiException with all errors if the document cannot be read, nothing is
   *     selected, or an operation is not supported
   */
  public OpenApiTools build() {
    ImportSettings settings =
        new ImportSettings(
            Optional.ofNullable(baseUrl),
            names,
            scopes,
            Map.copyOf(credentials),
            Optional.ofNullable(headers),
            outputSchemas,
            new ImportSettings.ExchangeLimits(timeout, maximumResponseSize));
    return new DocumentImport(source, selection, settings).run(unsupportedLeftOut);
  }
}
