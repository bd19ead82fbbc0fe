package io.everythingmcp.server.configuration.tenant;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/** Mounted server on a separate path. */
public class MountConfiguration {
  @NotNull private String path;

  @NotNull private String auth = "";

  @NotNull
  private List<@Pattern(regexp = "[!#-\\[\\]-~]+", message = "must be a scope") String> scopes =
      List.of();

  @NotNull private ObjectNode server = JsonNodeFactory.instance.objectNode();

  /**
   * Path relative to the base URI: below that of the main endpoint, such as {@code /mcp/orders}.
   */
  @JsonProperty
  public String getPath() {
    return path;
  }

  @JsonProperty
  public void setPath(String path) {
    this.path = path;
  }

  /** The modes of authentication, separated by commas; empty for those of the main endpoint. */
  @JsonProperty
  public String getAuth() {
    return auth;
  }

  @JsonProperty
  public void setAuth(String auth) {
    this.auth = auth;
  }

  /** The only effective scopes of a caller; empty for all. */
  @JsonProperty
  public List<String> getScopes() {
    return scopes;
  }

  @JsonProperty
  public void setScopes(List<String> scopes) {
    this.scopes = scopes;
  }

  /** Definition of the server: the document of a tenant without id, tokens and subjects. */
  @JsonProperty
  public ObjectNode getServer() {
    return server;
  }

  @JsonProperty
  public void setServer(ObjectNode server) {
    this.server = server;
  }
}
