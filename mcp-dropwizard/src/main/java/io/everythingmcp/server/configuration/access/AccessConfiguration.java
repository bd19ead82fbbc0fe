package io.everythingmcp.server.configuration.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;

/** Who may log in, and who may give a client which scope. */
public class AccessConfiguration {
  @Valid @NotNull private UserGroupConfiguration login = new UserGroupConfiguration();

  @NotNull private Map<String, @Valid @NotNull UserGroupConfiguration> scopes = Map.of();

  /** Who may log in; everybody where nothing says who. */
  @JsonProperty
  public UserGroupConfiguration getLogin() {
    return login;
  }

  @JsonProperty
  public void setLogin(UserGroupConfiguration login) {
    this.login = login;
  }

  /** Who may have a scope, by its name. */
  @JsonProperty
  public Map<String, UserGroupConfiguration> getScopes() {
    return scopes;
  }

  @JsonProperty
  public void setScopes(Map<String, UserGroupConfiguration> scopes) {
    this.scopes = scopes;
  }

  /** Who may have a scope; nobody in particular where nothing says who. */
  public UserGroupConfiguration of(String scope) {
    return scopes.getOrDefault(scope, new UserGroupConfiguration());
  }
}
