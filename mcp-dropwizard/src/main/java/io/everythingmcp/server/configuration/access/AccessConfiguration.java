package io.everythingmcp.server.configuration.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;

/** Access rules: users who may log in, and scopes that they may grant. */
public class AccessConfiguration {
  @Valid @NotNull private UserGroupConfiguration login = new UserGroupConfiguration();

  @NotNull private Map<String, @Valid @NotNull UserGroupConfiguration> scopes = Map.of();

  /** Users who may log in; all by default. */
  @JsonProperty
  public UserGroupConfiguration getLogin() {
    return login;
  }

  @JsonProperty
  public void setLogin(UserGroupConfiguration login) {
    this.login = login;
  }

  /**
   * Users who may grant a scope, by scope: {@code subjects}, {@code domains}, {@code claims} as in
   * {@code login}.
   */
  @JsonProperty
  public Map<String, UserGroupConfiguration> getScopes() {
    return scopes;
  }

  @JsonProperty
  public void setScopes(Map<String, UserGroupConfiguration> scopes) {
    this.scopes = scopes;
  }

  /** Returns the users who may have a scope; an empty rule if there is none. */
  public UserGroupConfiguration of(String scope) {
    return scopes.getOrDefault(scope, new UserGroupConfiguration());
  }
}
