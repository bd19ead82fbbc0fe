package io.everythingmcp.server.configuration.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.everythingmcp.server.configuration.CommaSeparatedList;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Selects users; matching one of the three members is sufficient. */
public class UserGroupConfiguration {
  @NotNull private String subjects = "";

  @NotNull private String domains = "";

  @NotNull
  @Pattern(
      regexp = "\\s*|\\s*[^=,\\s][^=,]*=[^,]*(,\\s*[^=,\\s][^=,]*=[^,]*)*",
      message = "must be a list of name=value, separated by commas")
  private String claims = "";

  /**
   * Subjects of users, comma-separated; {@code *} for all users. If all three settings of a rule
   * are empty, {@code login} permits all users, and a scope no user, except all users of the fake
   * identity provider if {@code baseUri} is on loopback ({@code
   * docs/operate/authorization-server.md#access-rules}).
   */
  @JsonProperty
  public String getSubjects() {
    return subjects;
  }

  @JsonProperty
  public void setSubjects(String subjects) {
    this.subjects = subjects;
  }

  /** Domains of verified email addresses, comma-separated. */
  @JsonProperty
  public String getDomains() {
    return domains;
  }

  @JsonProperty
  public void setDomains(String domains) {
    this.domains = domains;
  }

  /** Claims of the identity provider: {@code name=value}, comma-separated. */
  @JsonProperty
  public String getClaims() {
    return claims;
  }

  @JsonProperty
  public void setClaims(String claims) {
    this.claims = claims;
  }

  /** The claims by their names, each with the values of which one is enough. */
  public Map<String, Set<String>> claimValues() {
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (String pair : CommaSeparatedList.of(claims)) {
      int equals = pair.indexOf('=');
      values
          .computeIfAbsent(pair.substring(0, equals).strip(), name -> new LinkedHashSet<>())
          .add(pair.substring(equals + 1).strip());
    }
    return values;
  }

  /** Returns whether the rule is empty. */
  public boolean unset() {
    return CommaSeparatedList.of(subjects).isEmpty()
        && CommaSeparatedList.of(domains).isEmpty()
        && CommaSeparatedList.of(claims).isEmpty();
  }
}
