package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** Keys that are sent in the header {@code X-API-Key}. */
public class ApiKeyConfiguration {
  @NotNull private String keys = "";
  @Valid @NotNull private List<ApiKeyEntry> hashed = List.of();

  /** Keys for the header {@code X-API-Key}, comma-separated. */
  @JsonProperty
  public String getKeys() {
    return keys;
  }

  @JsonProperty
  public void setKeys(String keys) {
    this.keys = keys;
  }

  /**
   * Keys by digest. Required: {@code name}, {@code sha256}. Optional: {@code scopes}, {@code
   * tenant}.
   */
  @JsonProperty
  public List<ApiKeyEntry> getHashed() {
    return hashed;
  }

  @JsonProperty
  public void setHashed(List<ApiKeyEntry> hashed) {
    this.hashed = hashed;
  }
}
