package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotEmpty;

/** A user of the fake identity provider. */
public class FakeUserEntry {
  @NotEmpty private String id = "";

  @NotEmpty private String name = "";

  @NotEmpty private String email = "";

  /** Subject of the user in tokens. */
  @JsonProperty
  public String getId() {
    return id;
  }

  @JsonProperty
  public void setId(String id) {
    this.id = id;
  }

  /** Their name. */
  @JsonProperty
  public String getName() {
    return name;
  }

  @JsonProperty
  public void setName(String name) {
    this.name = name;
  }

  /** Their address. */
  @JsonProperty
  public String getEmail() {
    return email;
  }

  @JsonProperty
  public void setEmail(String email) {
    this.email = email;
  }
}
