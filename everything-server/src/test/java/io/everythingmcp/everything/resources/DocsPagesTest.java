package io.everythingmcp.everything.resources;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.OutcomeReader;
import io.everythingmcp.api.Prompt;
import io.everythingmcp.api.Tool;
import io.everythingmcp.everything.prompts.EverythingPrompts;
import io.everythingmcp.everything.tools.EverythingTools;
import io.everythingmcp.testing.RecordingCall;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocsPagesTest {
  private static String page(String name) {
    McpSchema.ResourceContents contents =
        OutcomeReader.read(
                new BundledDocsTemplate()
                    .read("docs:", Map.of("page", name), RecordingCall.empty()))
            .contents()
            .get(0);
    return ((McpSchema.TextResourceContents) contents).text();
  }

  @Test
  void toolsPageNamesEachToolAndArgument() {
    String page = page("tools");
    for (Tool tool : EverythingTools.all()) {
      assertThat(page).contains("`" + tool.definition().name() + "`");
      Map<?, ?> arguments = (Map<?, ?>) tool.definition().inputSchema().get("properties");
      arguments.keySet().forEach(argument -> assertThat(page).contains("`" + argument + "`"));
    }
    assertThat(page).doesNotContain("`noSuchTool`");
  }

  @Test
  void promptsPageNamesEachPromptAndArgument() {
    String page = page("prompts");
    for (Prompt prompt : EverythingPrompts.all()) {
      assertThat(page).contains("`" + prompt.definition().name() + "`");
      prompt
          .definition()
          .arguments()
          .forEach(argument -> assertThat(page).contains("`" + argument.name() + "`"));
    }
  }

  @Test
  void resourcesPageNamesEachTemplate() {
    String page = page("resources");
    assertThat(EverythingResources.templates())
        .filteredOn(template -> !(template instanceof StaticTemplate))
        .allSatisfy(
            template -> assertThat(page).contains("`" + template.definition().uriTemplate() + "`"));
  }
}
