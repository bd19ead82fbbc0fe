package io.everythingmcp.server.catalog;

import io.everythingmcp.api.CompletionProvider;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.ServerFeature;
import io.everythingmcp.api.TaskSupport;
import io.everythingmcp.api.Tool;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Kinds of features that a server declares to its clients. They are determined when the server is
 * created, so that a list which becomes empty is still declared.
 *
 * @param tools whether there are tools, disabled ones included
 * @param prompts whether there are prompts
 * @param resources whether there are resources or resource templates
 * @param completions whether an argument of a prompt or template can be completed
 * @param logging whether log messages are sent to clients
 * @param tasks whether a tool supports tasks
 */
public record DeclaredFeatures(
    boolean tools,
    boolean prompts,
    boolean resources,
    boolean completions,
    boolean logging,
    boolean tasks) {

  /**
   * Returns the declared kinds of a catalog.
   *
   * @param prepared initially disabled tools
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

  /** Returns whether a feature overrides the completion method. */
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
