package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

/** Shared store of the instances. */
public class StoreConfiguration {
  @NotNull private Type type = Type.MEMORY;

  @NotEmpty private String url = "redis://localhost:6379";

  /** {@code memory} (this process) or {@code redis} (all instances). */
  @JsonProperty
  public Type getType() {
    return type;
  }

  @JsonProperty
  public void setType(Type type) {
    this.type = type;
  }

  /** URL of Redis: see {@code docs/operate/redis.md}. */
  @JsonProperty
  public String getUrl() {
    return url;
  }

  @JsonProperty
  public void setUrl(String url) {
    this.url = url;
  }

  /** Where things are kept. */
  public enum Type {
    /** In this process; lost at its end. */
    MEMORY,
    /** In Redis, for all instances. */
    REDIS
  }
}
