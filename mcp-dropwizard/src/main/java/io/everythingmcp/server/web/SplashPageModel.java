package io.everythingmcp.server.web;

import io.everythingmcp.server.observation.HealthStatus;
import java.util.List;

/**
 * What the first page shows.
 *
 * @param version of the server
 * @param about what the server says about itself
 * @param health how it is now
 * @param endpoint where clients send their messages
 * @param snippets how to tell a client
 * @param counts how many features there are now
 * @param facts what is switched on
 * @param addresses where what is
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
   * What the server says about itself; each may be empty.
   *
   * @param description one sentence
   * @param website where to read more
   * @param welcome what to do first
   * @param documented whether it serves its documentation
   */
  public record About(String description, String website, String welcome, boolean documented) {}

  /**
   * What there is of a kind.
   *
   * @param what the kind, in the plural
   * @param features each of them
   * @param note for whom that is not so, or empty
   */
  public record Count(String what, List<Feature> features, String note) {
    public int number() {
      return features.size();
    }
  }

  /** A feature by its name or address, and what it is for; the description may be empty. */
  public record Feature(String name, String description) {}

  /**
   * Something that is configured.
   *
   * @param name what
   * @param values how; several where it is a list
   * @param note what that means, or empty
   */
  public record Fact(String name, List<String> values, String note) {}

  /**
   * Where something is.
   *
   * @param verbs the HTTP methods
   * @param url the whole address
   * @param link whether there is something to look at
   * @param what what it is for
   */
  public record Address(String verbs, String url, boolean link, String what) {}
}
