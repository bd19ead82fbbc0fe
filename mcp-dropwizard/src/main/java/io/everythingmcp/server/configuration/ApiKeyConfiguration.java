package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** Keys that are sent in the header {@code X-API-Key}. */
public class ApiKeyConfiguration {
  @NotNull private String keys = "";
  @Valid @NotNull private List<ApiKeyEntry> hashed = List.of();

  /** Keys as they are sent, separated by commas; each may do everything. */
  @JsonProperty
  public String getKeys() {
    return keys;
  }

  @JsonProperty
  public void setKeys(String keys) {
    this.keys = keys;
  }

  /** Keys of which only a digest is known here, each with its name and what it may do. */
  @JsonProperty
  public List<ApiKeyEntry> getHashed() {
    return hashed;
  }

  @JsonProperty
  public void setHashed(List<ApiKeyEntry> hashed) {
    this.hashed = hashed;
  }
}
