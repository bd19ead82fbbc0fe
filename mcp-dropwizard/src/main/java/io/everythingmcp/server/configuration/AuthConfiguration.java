package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** Authentication. */
public class AuthConfiguration {
  @NotNull private Mode mode = Mode.INTEGRATED;
  @NotNull private String also = "";
  private boolean anonymousInitialize;
  @NotNull private String tenantClaim = "";
  @NotNull private String claims = "";
  @Valid @NotNull private SeparateConfiguration separate = new SeparateConfiguration();
  @Valid @NotNull private JwtConfiguration jwt = new JwtConfiguration();
  @Valid @NotNull private ApiKeyConfiguration apiKeys = new ApiKeyConfiguration();
  @NotNull private String customClass = "";

  @Valid @NotNull
  private AuthorizationServerConfiguration server = new AuthorizationServerConfiguration();

  /**
   * {@code integrated}, {@code oauth2}, {@code jwt}, {@code api_key}, {@code separate}, {@code
   * custom}, or {@code none} (no authentication): see {@code docs/operate/auth.md}.
   */
  @JsonProperty
  public Mode getMode() {
    return mode;
  }

  @JsonProperty
  public void setMode(Mode mode) {
    this.mode = mode;
  }

  /** Further modes whose credentials are accepted, comma-separated. */
  @JsonProperty
  public String getAdditionalModes() {
    return also;
  }

  @JsonProperty
  public void setAdditionalModes(String also) {
    this.also = also;
  }

  /**
   * Returns the same as modes.
   *
   * @throws IllegalArgumentException for an invalid mode
   */
  public List<Mode> furtherModes() {
    return CommaSeparatedList.of(also).stream().map(AuthModes::mode).toList();
  }

  /** Allows {@code initialize} without a credential. */
  @JsonProperty
  public boolean isAnonymousInitialize() {
    return anonymousInitialize;
  }

  @JsonProperty
  public void setAnonymousInitialize(boolean anonymousInitialize) {
    this.anonymousInitialize = anonymousInitialize;
  }

  /** Claim of a token that contains the caller's tenant. */
  @JsonProperty
  public String getTenantClaim() {
    return tenantClaim;
  }

  @JsonProperty
  public void setTenantClaim(String tenantClaim) {
    this.tenantClaim = tenantClaim;
  }

  /** Claims of a token passed to features, comma-separated. */
  @JsonProperty
  public String getExposedClaims() {
    return claims;
  }

  @JsonProperty
  public void setExposedClaims(String claims) {
    this.claims = claims;
  }

  /** An authorization server that is another process. */
  @JsonProperty
  public SeparateConfiguration getSeparate() {
    return separate;
  }

  @JsonProperty
  public void setSeparate(SeparateConfiguration separate) {
    this.separate = separate;
  }

  /** Signed tokens. */
  @JsonProperty
  public JwtConfiguration getJwt() {
    return jwt;
  }

  @JsonProperty
  public void setJwt(JwtConfiguration jwt) {
    this.jwt = jwt;
  }

  /** Keys in a header. */
  @JsonProperty
  public ApiKeyConfiguration getApiKeys() {
    return apiKeys;
  }

  @JsonProperty
  public void setApiKeys(ApiKeyConfiguration apiKeys) {
    this.apiKeys = apiKeys;
  }

  /** Class that authenticates callers. */
  @JsonProperty
  public String getCustomClass() {
    return customClass;
  }

  @JsonProperty
  public void setCustomClass(String customClass) {
    this.customClass = customClass;
  }

  /** The authorization server of this jar. */
  @JsonProperty
  public AuthorizationServerConfiguration getServer() {
    return server;
  }

  @JsonProperty
  public void setServer(AuthorizationServerConfiguration server) {
    this.server = server;
  }

  /** How callers are authenticated. */
  public enum Mode {
    /** By this process, which is the authorization server too. */
    INTEGRATED,
    /** Tokens of a separate authorization server, verified by introspection or by its keys. */
    SEPARATE,
    /** Signed tokens of any issuer. */
    JWT,
    /** By a key in the header {@code X-API-Key}. */
    API_KEY,
    /** By an upstream provider; this process issues its own tokens. */
    OAUTH2,
    /** By a class of the operator's. */
    CUSTOM,
    /** No authentication: every caller has full access. For servers on loopback only. */
    NONE
  }
}
