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

  /** The secret both sides share, for HS256; at least 32 bytes, or empty. */
  @JsonProperty
  public String getSecret() {
    return secret;
  }

  @JsonProperty
  public void setSecret(String secret) {
    this.secret = secret;
  }

  /** Where the public keys of the issuer are, or empty. */
  @JsonProperty
  public String getJwksUri() {
    return jwksUri;
  }

  @JsonProperty
  public void setJwksUri(String jwksUri) {
    this.jwksUri = jwksUri;
  }

  /** A file with public keys, as PEM or as a JSON Web Key Set; or empty. */
  @JsonProperty
  public String getKeyFile() {
    return keyFile;
  }

  @JsonProperty
  public void setKeyFile(String keyFile) {
    this.keyFile = keyFile;
  }

  /** Required issuer of a token; empty for any issuer with the key. */
  @JsonProperty
  public String getIssuer() {
    return issuer;
  }

  @JsonProperty
  public void setIssuer(String issuer) {
    this.issuer = issuer;
  }

  /** Required audience of a token; empty for the public URLs of this server. */
  @JsonProperty
  public String getAudience() {
    return audience;
  }

  @JsonProperty
  public void setAudience(String audience) {
    this.audience = audience;
  }
}
