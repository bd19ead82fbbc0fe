package io.everythingmcp.server.config.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;

/** Who may log in, and who may give a client which scope. */
public class AccessConfiguration {
  @Valid @NotNull private PeopleConfiguration login = new PeopleConfiguration();

  @NotNull private Map<String, @Valid @NotNull PeopleConfiguration> scopes = Map.of();

  /** Who may log in; everybody where nothing says who. */
  @JsonProperty
  public PeopleConfiguration getLogin() {
    return login;
  }

  @JsonProperty
  public void setLogin(PeopleConfiguration login) {
    this.login = login;
  }

  /** Who may have a scope, by its name. */
  @JsonProperty
  public Map<String, PeopleConfiguration> getScopes() {
    return scopes;
  }

  @JsonProperty
  public void setScopes(Map<String, PeopleConfiguration> scopes) {
    this.scopes = scopes;
  }

  /** Who may have a scope; nobody in particular where nothing says who. */
  public PeopleConfiguration of(String scope) {
    return scopes.getOrDefault(scope, new PeopleConfiguration());
  }
}
