package io.everythingmcp.server.configuration.tenant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dropwizard.validation.ValidationMethod;
import io.everythingmcp.server.configuration.CommaSeparatedList;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Assignment of servers to the callers of the MCP endpoint. */
public class TenantsConfiguration {
  @NotNull private String order = "token, claim, subject";
  private boolean defaultServer = true;
  @NotNull private List<ObjectNode> declared = List.of();

  /** By what the tenant of a request is found. */
  public enum Source {
    /** A static token or API key that is assigned to a tenant. */
    TOKEN,
    /**
     * The claim of a verified token that {@code auth.tenantClaim} names, or the tenant of a key.
     */
    CLAIM,
    /** The subject of a verified token, which a tenant names. */
    SUBJECT
  }

  /**
   * Order in which the tenant ({@code docs/operate/tenants.md#tenant-resolution}) of a request to
   * the MCP endpoint is resolved, comma-separated; an omitted step is disabled.
   */
  @JsonProperty
  public String getResolutionOrder() {
    return order;
  }

  @JsonProperty
  public void setResolutionOrder(String order) {
    this.order = order;
  }

  /**
   * Enables the default server for callers without a tenant; if disabled they get 401, or 404 when
   * authenticated.
   */
  @JsonProperty
  public boolean isDefaultServer() {
    return defaultServer;
  }

  @JsonProperty
  public void setDefaultServer(boolean defaultServer) {
    this.defaultServer = defaultServer;
  }

  /** Tenants ({@code docs/operate/tenants.md#declared-tenants}) created at startup. */
  @JsonProperty
  public List<ObjectNode> getDeclared() {
    return declared;
  }

  @JsonProperty
  public void setDeclared(List<ObjectNode> declared) {
    this.declared = declared;
  }

  /**
   * Returns the same as sources.
   *
   * @throws IllegalArgumentException for an invalid source
   */
  public List<Source> sources() {
    return CommaSeparatedList.of(order).stream()
        .map(name -> Source.valueOf(name.toUpperCase(Locale.ROOT)))
        .toList();
  }

  /** Returns whether each entry is supported and unique. */
  @JsonIgnore
  @ValidationMethod(
      message = "resolutionOrder must be a list of token, claim, subject, each at most once")
  public boolean isOrdered() {
    List<String> known = Arrays.stream(Source.values()).map(s -> s.name()).toList();
    List<String> given =
        CommaSeparatedList.of(order).stream().map(n -> n.toUpperCase(Locale.ROOT)).toList();
    return known.containsAll(given) && given.stream().distinct().count() == given.size();
  }
}
