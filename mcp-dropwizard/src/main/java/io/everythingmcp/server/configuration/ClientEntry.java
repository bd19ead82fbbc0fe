package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** A pre-registered client. */
public class ClientEntry {
  @NotEmpty private String id = "";

  @NotNull private String secret = "";

  @NotNull private String name = "";

  @NotNull private List<String> redirectUris = List.of();

  @NotNull private String method = "";

  @NotNull private List<String> grants = List.of("authorization_code", "refresh_token");

  @NotNull private List<String> scopes = List.of();

  @NotNull private String jwks = "";

  @NotNull private String jwksUri = "";

  /** Its client id. */
  @JsonProperty
  public String getId() {
    return id;
  }

  @JsonProperty
  public void setId(String id) {
    this.id = id;
  }

  /** Its secret; empty for a client without one. */
  @JsonProperty
  public String getSecret() {
    return secret;
  }

  @JsonProperty
  public void setSecret(String secret) {
    this.secret = secret;
  }

  /** Display name. */
  @JsonProperty
  public String getName() {
    return name;
  }

  @JsonProperty
  public void setName(String name) {
    this.name = name;
  }

  /** Redirect URIs. */
  @JsonProperty
  public List<String> getRedirectUris() {
    return redirectUris;
  }

  @JsonProperty
  public void setRedirectUris(List<String> redirectUris) {
    this.redirectUris = redirectUris;
  }

  /** How it authenticates; empty for none or, with a secret, client_secret_basic. */
  @JsonProperty
  public String getTokenEndpointAuthMethod() {
    return method;
  }

  @JsonProperty
  public void setTokenEndpointAuthMethod(String method) {
    this.method = method;
  }

  /** The grant types that it may use. */
  @JsonProperty
  public List<String> getGrantTypes() {
    return grants;
  }

  @JsonProperty
  public void setGrantTypes(List<String> grants) {
    this.grants = grants;
  }

  /** Allowed scopes; empty for all. */
  @JsonProperty
  public List<String> getScopes() {
    return scopes;
  }

  @JsonProperty
  public void setScopes(List<String> scopes) {
    this.scopes = scopes;
  }

  /** Its public keys, as a JWK set. */
  @JsonProperty
  public String getJwks() {
    return jwks;
  }

  @JsonProperty
  public void setJwks(String jwks) {
    this.jwks = jwks;
  }

  /** Where its public keys are. */
  @JsonProperty
  public String getJwksUri() {
    return jwksUri;
  }

  @JsonProperty
  public void setJwksUri(String jwksUri) {
    this.jwksUri = jwksUri;
  }
}
