package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.everythingmcp.api.OAuthScopes;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/** One API key, by its digest. */
public class ApiKeyEntry {
  @NotEmpty private String name = "";

  @NotNull
  @Pattern(
      regexp = "[0-9a-fA-F]{64}",
      message = "must be the SHA-256 of the key, as 64 hexadecimal digits")
  private String sha256 = "";

  @NotNull
  private List<String> scopes = List.of(OAuthScopes.READ, OAuthScopes.WRITE, OAuthScopes.ADMIN);

  @NotNull private String tenant = "";

  /** Name of the key's owner: the subject of its requests. */
  @JsonProperty
  public String getName() {
    return name;
  }

  @JsonProperty
  public void setName(String name) {
    this.name = name;
  }

  /** The SHA-256 of the key, in hexadecimal digits. */
  @JsonProperty
  public String getSha256() {
    return sha256;
  }

  @JsonProperty
  public void setSha256(String sha256) {
    this.sha256 = sha256;
  }

  /** Returns the scopes of the key. */
  @JsonProperty
  public List<String> getScopes() {
    return scopes;
  }

  @JsonProperty
  public void setScopes(List<String> scopes) {
    this.scopes = scopes;
  }

  /** The tenant it belongs to; empty for none. */
  @JsonProperty
  public String getTenant() {
    return tenant;
  }

  @JsonProperty
  public void setTenant(String tenant) {
    this.tenant = tenant;
  }
}
