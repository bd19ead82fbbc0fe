package io.everythingmcp.server.web;

import io.everythingmcp.server.observation.HealthStatus;
import java.util.List;

/**
 * Model of the home page.
 *
 * @param version version of the server
 * @param about description of the server
 * @param health current health
 * @param endpoint URL for clients
 * @param snippets configuration examples
 * @param counts current features
 * @param facts enabled features
 * @param addresses addresses of the server
 */
public record SplashPageModel(
    String version,
    About about,
    HealthStatus.Report health,
    String endpoint,
    List<ClientSnippets.Snippet> snippets,
    List<Count> counts,
    List<Fact> facts,
    List<Address> addresses) {

  /**
   * Description of the server; each member may be empty.
   *
   * @param description one sentence
   * @param website URL of further information
   * @param welcome first step for users
   * @param documented whether the server serves its documentation
   */
  public record About(String description, String website, String welcome, boolean documented) {}

  /**
   * Features of one kind.
   *
   * @param what name of the kind in the plural
   * @param features the features
   * @param note restriction, or empty
   */
  public record Count(String what, List<Feature> features, String note) {
    public int number() {
      return features.size();
    }
  }

  /** A feature by its name or address, and what it is for; the description may be empty. */
  public record Feature(String name, String description) {}

  /**
   * A configured value.
   *
   * @param name what
   * @param values how; several where it is a list
   * @param note what that means, or empty
   */
  public record Fact(String name, List<String> values, String note) {}

  /**
   * An address.
   *
   * @param methods its HTTP methods
   * @param url the absolute URL
   * @param link whether it can be opened in a browser
   * @param what its purpose
   */
  public record Address(String methods, String url, boolean link, String what) {}
}
