package io.everythingmcp.server.observation.logging;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.request.logging.RequestLogFactory;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.server.RequestLog;

/** The request log {@code redacted} in {@code config.yml}. */
@JsonTypeName("redacted")
public final class RedactedRequestLogFactory implements RequestLogFactory<RequestLog> {
  private static final Set<String> CREDENTIALS =
      Set.of("authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "dpop");

  private boolean enabled = false;

  @NotNull
  private List<String> headers =
      List.of("User-Agent", "Mcp-Session-Id", "MCP-Protocol-Version", "Mcp-Method", "Mcp-Name");

  /** Whether there is a line for each request. */
  @Override
  @JsonProperty
  public boolean isEnabled() {
    return enabled;
  }

  @JsonProperty
  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  /**
   * Returns the request headers whose values are logged; must not contain headers with credentials.
   */
  @JsonProperty
  public List<String> getHeaders() {
    return headers;
  }

  @JsonProperty
  public void setHeaders(List<String> headers) {
    this.headers = headers;
  }

  /** Whether no header is named that must not be. */
  @ValidationMethod(message = "headers must not name Authorization, Cookie, X-API-Key or DPoP")
  public boolean isHarmless() {
    return headers.stream().noneMatch(h -> CREDENTIALS.contains(h.toLowerCase(Locale.ROOT)));
  }

  @Override
  public RequestLog build(String name) {
    return new RedactedRequestLog(headers);
  }
}
