package io.everythingmcp.server.change;

import io.everythingmcp.api.CompletionProvider;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.ServerFeature;
import io.everythingmcp.api.TaskSupport;
import io.everythingmcp.api.Tool;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which kinds of features a server has, as far as it declares them to its clients. It is known when
 * the server is made and stays, so that a list which becomes empty is still declared.
 *
 * @param tools whether there are tools, those that are off included
 * @param prompts whether there are prompts
 * @param resources whether there are resources or templates of resources
 * @param completions whether an argument of a prompt or template can be completed
 * @param logging whether log messages are written for clients
 * @param tasks whether a tool may run as a task
 */
public record DeclaredFeatures(
    boolean tools,
    boolean prompts,
    boolean resources,
    boolean completions,
    boolean logging,
    boolean tasks) {

  /**
   * What features offer.
   *
   * @param prepared tools that are off until they are switched on
   */
  public static DeclaredFeatures of(FeatureCatalog catalog, List<Tool> prepared) {
    List<Tool> tools = Stream.concat(catalog.tools().stream(), prepared.stream()).toList();
    return new DeclaredFeatures(
        !tools.isEmpty(),
        !catalog.prompts().isEmpty(),
        !catalog.resources().isEmpty() || !catalog.templates().isEmpty(),
        Stream.concat(catalog.prompts().stream(), catalog.templates().stream())
            .anyMatch(DeclaredFeatures::completes),
        Stream.of(tools, catalog.prompts(), catalog.resources(), catalog.templates())
            .flatMap(List::stream)
            .anyMatch(ServerFeature::logs),
        tools.stream().anyMatch(tool -> tool.taskSupport() != TaskSupport.FORBIDDEN));
  }

  /** A feature completes arguments when it has a method of its own for it. */
  private static boolean completes(CompletionProvider feature) {
    try {
      return feature
              .getClass()
              .getMethod("completions", String.class, Map.class)
              .getDeclaringClass()
          != CompletionProvider.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }
}
