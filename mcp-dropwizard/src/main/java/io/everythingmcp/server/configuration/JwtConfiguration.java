package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;

/** Signed tokens: issuer, audience, and keys. */
public class JwtConfiguration {
  @NotNull private String secret = "";
  @NotNull private String jwksUri = "";
  @NotNull private String keyFile = "";
  @NotNull private String issuer = "";
  @NotNull private String audience = "";

  /** Secret of signed tokens (HS256), at least 32 bytes. */
  @JsonProperty
  public String getSecret() {
    return secret;
  }

  @JsonProperty
  public void setSecret(String secret) {
    this.secret = secret;
  }

  /** URL of public keys; https, or loopback. */
  @JsonProperty
  public String getJwksUri() {
    return jwksUri;
  }

  @JsonProperty
  public void setJwksUri(String jwksUri) {
    this.jwksUri = jwksUri;
  }

  /** File with public keys: PEM, or a JSON Web Key Set. */
  @JsonProperty
  public String getKeyFile() {
    return keyFile;
  }

  @JsonProperty
  public void setKeyFile(String keyFile) {
    this.keyFile = keyFile;
  }

  /** Required {@code iss}; empty: any issuer whose key verifies the token. */
  @JsonProperty
  public String getIssuer() {
    return issuer;
  }

  @JsonProperty
  public void setIssuer(String issuer) {
    this.issuer = issuer;
  }

  /**
   * Accepted {@code aud}, comma-separated; empty: the URLs of this server. Applies to {@code
   * separate} too.
   */
  @JsonProperty
  public String getAudience() {
    return audience;
  }

  @JsonProperty
  public void setAudience(String audience) {
    this.audience = audience;
  }
}
