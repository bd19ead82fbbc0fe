package io.everythingmcp.everything;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.FeatureVisibility;
import io.everythingmcp.api.JsonSchemas;
import io.everythingmcp.api.OAuthScopes;
import io.everythingmcp.api.OutcomeReader;
import io.everythingmcp.api.Prompt;
import io.everythingmcp.api.Tool;
import io.everythingmcp.everything.fixtures.ConformanceFixtures;
import io.everythingmcp.everything.prompts.EverythingPrompts;
import io.everythingmcp.everything.resources.EverythingResources;
import io.everythingmcp.everything.tools.EverythingTools;
import io.everythingmcp.testing.RecordingCall;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefinitionsTest {
  private static FeatureCatalog everything() {
    return new FeatureCatalog(
            EverythingTools.all(),
            EverythingPrompts.all(),
            EverythingResources.all(),
            EverythingResources.templates())
        .plus(ConformanceFixtures.catalog());
  }

  static Stream<McpSchema.Tool> tools() {
    return Stream.concat(everything().tools().stream(), EverythingTools.prepared().stream())
        .map(Tool::definition);
  }

  static Stream<McpSchema.Prompt> prompts() {
    return everything().prompts().stream().map(Prompt::definition);
  }

  @Test
  void toolsAreThoseOfTheContract() {
    assertThat(EverythingTools.all())
        .extracting(tool -> tool.definition().name())
        .containsExactlyInAnyOrder(
            "echo",
            "add",
            "longRunningOperation",
            "sampleLLM",
            "getTinyImage",
            "annotatedMessage",
            "getResourceReference",
            "getResourceLinks",
            "getStructuredContent",
            "getStructuredContentList",
            "elicitInputs",
            "elicitUrl",
            "collectDetails",
            "listRoots",
            "whoAmI",
            "getTinyAudio",
            "createSessionResource",
            "toggleSimulatedLogging",
            "toggleResourceUpdates",
            "addTool",
            "removeTool",
            "announceChange",
            "failOnPurpose",
            "regionalGreeting");
  }

  @Test
  void firstToolNeedsNoArguments() {
    Tool first = EverythingTools.all().get(0);
    assertThat(JsonSchemas.ofValue(first.definition().inputSchema(), Map.of())).isEmpty();
    assertThat(OutcomeReader.tool(first.call(RecordingCall.empty())).isError()).isFalse();
  }

  @Test
  void preparedToolIsInitiallyAbsent() {
    List<String> names =
        EverythingTools.all().stream().map(tool -> tool.definition().name()).toList();
    assertThat(EverythingTools.prepared())
        .extracting(tool -> tool.definition().name())
        .containsExactly("extraTool")
        .doesNotContainAnyElementsOf(names);
  }

  @ParameterizedTest
  @MethodSource("tools")
  void toolHasAValidNameAndADescription(McpSchema.Tool tool) {
    assertThat(tool.name()).matches("[A-Za-z0-9_.-]{1,64}");
    assertThat(tool.title()).isNotBlank();
    assertThat(tool.description()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("tools")
  void toolHasAllFourAnnotations(McpSchema.Tool tool) {
    McpSchema.ToolAnnotations hints = tool.annotations();
    assertThat(
            new Boolean[] {
              hints.readOnlyHint(),
              hints.destructiveHint(),
              hints.idempotentHint(),
              hints.openWorldHint()
            })
        .doesNotContainNull();
    assertThat(hints.readOnlyHint() && hints.destructiveHint())
        .as("reads only and destroys")
        .isFalse();
  }

  @ParameterizedTest
  @MethodSource("tools")
  void schemasOfAToolAreValid(McpSchema.Tool tool) {
    assertThat(JsonSchemas.ofSchema(tool.inputSchema())).isEmpty();
    assertThat(tool.inputSchema()).containsEntry("type", "object");
    if (tool.outputSchema() != null) {
      assertThat(JsonSchemas.ofSchema(tool.outputSchema())).isEmpty();
    }
  }

  @Test
  void invalidSchemaIsDetected() {
    assertThat(JsonSchemas.ofSchema(Map.of("type", "strin"))).isNotEmpty();
    assertThat(JsonSchemas.ofSchema(Map.of("properties", List.of()))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("tools")
  void defaultsOfAToolConformToItsSchema(McpSchema.Tool tool) {
    Map<?, ?> properties = (Map<?, ?>) tool.inputSchema().get("properties");
    properties
        .values()
        .forEach(
            schema -> {
              if (((Map<?, ?>) schema).containsKey("default")) {
                Object value = ((Map<?, ?>) schema).get("default");
                assertThat(JsonSchemas.ofValue(schema, value)).isEmpty();
              }
            });
  }

  @Test
  void toolsRejectUnknownArguments() {
    assertThat(EverythingTools.all())
        .allSatisfy(
            tool ->
                assertThat(tool.definition().inputSchema())
                    .containsEntry("additionalProperties", false));
  }

  @ParameterizedTest
  @MethodSource("prompts")
  void promptHasADescription(McpSchema.Prompt prompt) {
    assertThat(prompt.title()).isNotBlank();
    assertThat(prompt.description()).isNotBlank();
  }

  @Test
  void onlyTogglesRequireAnAdministrator() {
    assertThat(everything().tools())
        .filteredOn(tool -> tool.requiredScope().equals(OAuthScopes.ADMIN))
        .extracting(tool -> tool.definition().name())
        .containsExactly("addTool", "removeTool", "announceChange");
  }

  @Test
  void onlySessionTogglesRequireASession() {
    FeatureVisibility.Viewer stateless =
        new FeatureVisibility.Viewer(CallerIdentity.anonymous("none"), false);
    assertThat(everything().tools())
        .filteredOn(tool -> !tool.visibility().isVisibleTo(stateless))
        .extracting(tool -> tool.definition().name())
        .containsExactly("toggleSimulatedLogging", "toggleResourceUpdates");
  }

  @Test
  void definitionsAreCached() {
    assertThat(everything().tools())
        .allSatisfy(tool -> assertThat(tool.definition()).isSameAs(tool.definition()));
  }
}
