package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;

/** A real identity provider. */
public class UpstreamConfiguration {
  @NotNull private Provider provider = Provider.OIDC;

  @NotNull private String discoveryUrl = "";

  @NotNull private String clientId = "";

  @NotNull private String clientSecret = "";

  @NotNull private String scopes = "";

  /**
   * Identity provider in the mode {@code oauth2}: {@code google}, {@code github}, {@code auth0},
   * {@code keycloak}, {@code oidc}.
   */
  @JsonProperty
  public Provider getProvider() {
    return provider;
  }

  @JsonProperty
  public void setProvider(Provider provider) {
    this.provider = provider;
  }

  /** Its discovery document; for GitHub Enterprise its host. */
  @JsonProperty
  public String getDiscoveryUrl() {
    return discoveryUrl;
  }

  @JsonProperty
  public void setDiscoveryUrl(String discoveryUrl) {
    this.discoveryUrl = discoveryUrl;
  }

  /** Client id at the provider. If set, the command {@code auth-server} uses this provider too. */
  @JsonProperty
  public String getClientId() {
    return clientId;
  }

  @JsonProperty
  public void setClientId(String clientId) {
    this.clientId = clientId;
  }

  /** Client secret at the provider. */
  @JsonProperty
  public String getClientSecret() {
    return clientSecret;
  }

  @JsonProperty
  public void setClientSecret(String clientSecret) {
    this.clientSecret = clientSecret;
  }

  /** Requested scopes; empty: {@code openid profile email}, for GitHub {@code read:user}. */
  @JsonProperty
  public String getScopes() {
    return scopes;
  }

  @JsonProperty
  public void setScopes(String scopes) {
    this.scopes = scopes;
  }

  /** Providers. */
  public enum Provider {
    /** Google. */
    GOOGLE,
    /** GitHub, which is not an OpenID provider. */
    GITHUB,
    /** A tenant of Auth0. */
    AUTH0,
    /** A realm of Keycloak. */
    KEYCLOAK,
    /** Any OpenID provider. */
    OIDC
  }
}
