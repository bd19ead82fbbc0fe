package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import io.everythingmcp.server.configuration.tenant.MountConfiguration;
import io.everythingmcp.server.configuration.tenant.TenantsConfiguration;
import io.everythingmcp.server.configuration.tracing.TracingConfiguration;
import io.everythingmcp.server.wire.EndpointPath;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/** The configuration in {@code config.yml}, in addition to the settings of Dropwizard. */
@SelfValidating
public class McpConfiguration extends Configuration {
  @NotNull
  @Pattern(
      regexp = "https?://[^/?#\\s]+(/[^?#\\s]*)?",
      message = "must be an http or https URL without query, such as https://mcp.example")
  @Pattern(regexp = "(?s).*[^/]|", message = "must not end with a slash")
  private String baseUri = "http://localhost:3232";

  @Valid @NotNull private ProtocolConfiguration mcp = new ProtocolConfiguration();
  @Valid @NotNull private EdgeConfiguration edge = new EdgeConfiguration();
  @Valid @NotNull private StoreConfiguration store = new StoreConfiguration();
  @Valid @NotNull private AuthConfiguration auth = new AuthConfiguration();
  @Valid @NotNull private TenantsConfiguration tenants = new TenantsConfiguration();
  @Valid @NotNull private List<@Valid MountConfiguration> mounts = List.of();
  @Valid @NotNull private LimitsConfiguration limits = new LimitsConfiguration();
  @Valid @NotNull private ManagementConfiguration management = new ManagementConfiguration();
  @Valid @NotNull private TracingConfiguration tracing = new TracingConfiguration();

  @NotNull private AutomaticToggle clientCheck = AutomaticToggle.AUTO;

  @JsonIgnore private List<String> warnings = List.of();
  @JsonIgnore private String issuer = "";
  @JsonIgnore private EndpointPath applicationEndpoint = EndpointPath.DEFAULT;

  /** Returns warnings about valid but outdated settings, one per line. */
  public List<String> warnings() {
    return warnings;
  }

  /** Adds warnings about the configuration. */
  public void warn(List<String> lines) {
    warnings = List.copyOf(lines);
  }

  /** Returns the issuer of the built-in authorization server: the base URI. */
  public String issuer() {
    return issuer.isEmpty() ? baseUri : issuer;
  }

  /**
   * Sets another issuer URL than the base URI, for a program that routes requests from there to the
   * paths of this server.
   */
  public void issuer(String url) {
    issuer = url;
  }

  /**
   * Returns the path of the Streamable HTTP endpoint.
   *
   * @throws IllegalArgumentException if {@code mcp.endpointPath} is invalid
   */
  public EndpointPath endpoint() {
    String configured = mcp.getEndpointPath();
    return configured.isEmpty() ? applicationEndpoint : new EndpointPath(configured);
  }

  /** Returns the public URL of the Streamable HTTP endpoint. */
  public String endpointUrl() {
    return baseUri + endpoint().path();
  }

  /** Sets the path of the application, which is used unless {@code mcp.endpointPath} is set. */
  public void applicationEndpoint(EndpointPath path) {
    applicationEndpoint = path;
  }

  /**
   * Public URL; the only source of public URLs, never a request header. No trailing slash. The
   * default follows {@code PORT}.
   */
  @JsonProperty
  public String getBaseUri() {
    return baseUri;
  }

  @JsonProperty
  public void setBaseUri(String baseUri) {
    this.baseUri = baseUri;
  }

  /** The protocol. */
  @JsonProperty
  public ProtocolConfiguration getMcp() {
    return mcp;
  }

  @JsonProperty
  public void setMcp(ProtocolConfiguration mcp) {
    this.mcp = mcp;
  }

  /** Checks that precede the processing of a message. */
  @JsonProperty
  public EdgeConfiguration getEdge() {
    return edge;
  }

  @JsonProperty
  public void setEdge(EdgeConfiguration edge) {
    this.edge = edge;
  }

  /** Shared store of the instances. */
  @JsonProperty
  public StoreConfiguration getStore() {
    return store;
  }

  @JsonProperty
  public void setStore(StoreConfiguration store) {
    this.store = store;
  }

  /** Tenants. */
  @JsonProperty
  public TenantsConfiguration getTenants() {
    return tenants;
  }

  @JsonProperty
  public void setTenants(TenantsConfiguration tenants) {
    this.tenants = tenants;
  }

  /** Mounted servers ({@code docs/operate/tenants.md#mounted-servers}). */
  @JsonProperty
  public List<MountConfiguration> getMounts() {
    return mounts;
  }

  @JsonProperty
  public void setMounts(List<MountConfiguration> mounts) {
    this.mounts = mounts;
  }

  /** Rate limits, and thresholds for warnings. */
  @JsonProperty
  public LimitsConfiguration getLimits() {
    return limits;
  }

  @JsonProperty
  public void setLimits(LimitsConfiguration limits) {
    this.limits = limits;
  }

  /** How operators get in. */
  @JsonProperty
  public ManagementConfiguration getManagement() {
    return management;
  }

  @JsonProperty
  public void setManagement(ManagementConfiguration management) {
    this.management = management;
  }

  /** Where traces go. */
  @JsonProperty
  public TracingConfiguration getTracing() {
    return tracing;
  }

  @JsonProperty
  public void setTracing(TracingConfiguration tracing) {
    this.tracing = tracing;
  }

  /** Authentication. */
  @JsonProperty
  public AuthConfiguration getAuth() {
    return auth;
  }

  @JsonProperty
  public void setAuth(AuthConfiguration auth) {
    this.auth = auth;
  }

  /** Validates combinations of values. */
  @SelfValidation
  public void check(ViolationCollector violations) {
    new AuthRules(this).problems().forEach(violations::addViolation);
  }

  /**
   * The client check under {@code /check}: {@code auto} (enabled if {@code baseUri} is on
   * loopback), {@code true}, {@code false}.
   */
  @JsonProperty
  public AutomaticToggle getClientCheck() {
    return clientCheck;
  }

  @JsonProperty
  public void setClientCheck(AutomaticToggle clientCheck) {
    this.clientCheck = clientCheck;
  }
}
