package io.everythingmcp.everything;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.InputRequest;
import io.everythingmcp.api.JsonSchemas;
import io.everythingmcp.api.Prompt;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Resource;
import io.everythingmcp.api.ResourceTemplate;
import io.everythingmcp.api.Tool;
import io.everythingmcp.everything.fixtures.ConformanceFixtures;
import io.everythingmcp.everything.prompts.EverythingPrompts;
import io.everythingmcp.everything.resources.EverythingResources;
import io.everythingmcp.everything.tools.EverythingTools;
import io.everythingmcp.server.wire.WireJson;
import io.everythingmcp.testing.RecordingCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Definitions and results of the features, validated against the schemas of the revisions that
 * define all of them. Skipped without the schemas.
 */
class WireSchemaTest {
  /** Tools whose structured content is not an object. */
  private static final Set<String> WITHOUT_OBJECT =
      Set.of(
          "getStructuredContentList",
          "sep_2106_array_output_tool",
          "sep_2106_primitive_output_tool");

  private static final FeatureCatalog EVERYTHING =
      new FeatureCatalog(
              EverythingTools.all(),
              EverythingPrompts.all(),
              EverythingResources.all(),
              EverythingResources.templates())
          .plus(ConformanceFixtures.catalog());

  private static JsonNode schema(String revision, String type) throws IOException {
    Optional<Path> folder =
        Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
            .map(path -> path.resolve("shared/schemas"))
            .filter(Files::isDirectory)
            .findFirst();
    assumeTrue(
        folder.isPresent(), "no directory shared/schemas above this one: wire schemas not checked");
    ObjectNode all =
        (ObjectNode) WireJson.MAPPER.readTree(folder.get().resolve(revision + ".json").toFile());
    return all.put("$ref", "#/$defs/" + type);
  }

  private static void check(String revision, String type, Stream<?> values) throws IOException {
    JsonNode schema = schema(revision, type);
    values.forEach(
        value -> assertThat(JsonSchemas.ofValue(schema, value)).as("%s", value).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-11-25", "2026-07-28"})
  void definitionsAreValid(String revision) throws IOException {
    // Only the later revision permits an array as the root of an output schema; the runtime wraps
    // it for the earlier one.
    Stream<Tool> tools =
        EVERYTHING.tools().stream()
            .filter(
                tool ->
                    revision.equals("2026-07-28")
                        || !WITHOUT_OBJECT.contains(tool.definition().name()));
    check(revision, "Tool", tools.map(Tool::definition));
    check(revision, "Prompt", EVERYTHING.prompts().stream().map(Prompt::definition));
    check(revision, "Resource", EVERYTHING.resources().stream().map(Resource::definition));
    check(
        revision,
        "ResourceTemplate",
        EVERYTHING.templates().stream().map(ResourceTemplate::definition));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-11-25", "2026-07-28"})
  void inputRequestsAreValid(String revision) throws IOException {
    Stream<InputRequest> questions =
        EVERYTHING.tools().stream()
            .map(tool -> tool.call(arguments()))
            .filter(RequestOutcome.InputRequired.class::isInstance)
            .flatMap(
                asks -> ((RequestOutcome.InputRequired) asks).inputRequests().values().stream());
    questions.forEach(inputRequest -> checkQuestion(revision, inputRequest));
  }

  private static void checkQuestion(String revision, InputRequest inputRequest) {
    try {
      if (inputRequest instanceof InputRequest.FormElicitation form) {
        ObjectNode params = (ObjectNode) WireJson.tree(form);
        params.put("mode", "form").remove("patience");
        check(revision, "ElicitRequestFormParams", Stream.of(params));
      } else if (inputRequest instanceof InputRequest.Sampling sample) {
        check(revision, "CreateMessageRequestParams", Stream.of(WireJson.tree(sample)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-11-25", "2026-07-28"})
  void resultsAreValid(String revision) throws IOException {
    Stream<ObjectNode> results =
        EVERYTHING.tools().stream()
            .filter(
                tool ->
                    revision.equals("2026-07-28")
                        || !WITHOUT_OBJECT.contains(tool.definition().name()))
            .map(tool -> tool.call(arguments()))
            .filter(RequestOutcome.Complete.class::isInstance)
            .map(complete -> complete(((RequestOutcome.Complete) complete).result()));
    check(revision, "CallToolResult", results);
    Stream<ObjectNode> read =
        EVERYTHING.resources().stream()
            .map(resource -> resource.read(arguments()))
            .map(complete -> complete(((RequestOutcome.Complete) complete).result()));
    check(revision, "ReadResourceResult", read);
  }

  /** Adds the members that the stateless runtime adds to every result. */
  private static ObjectNode complete(Object result) {
    ObjectNode node = (ObjectNode) WireJson.tree(result);
    return node.put("resultType", "complete").put("ttlMs", 0).put("cacheScope", "private");
  }

  @Test
  void invalidValueIsDetected() throws IOException {
    JsonNode tool = schema("2025-11-25", "Tool");
    assertThat(JsonSchemas.ofValue(tool, Map.of("name", "x"))).isNotEmpty();
  }

  private static RecordingCall arguments() {
    return RecordingCall.with(
            Map.ofEntries(
                Map.entry("message", "m"),
                Map.entry("messageType", "error"),
                Map.entry("includeImage", true),
                Map.entry("resourceId", 2),
                Map.entry("location", "Chicago"),
                Map.entry("name", "n"),
                Map.entry("text", "t"),
                Map.entry("prompt", "p"),
                Map.entry("withTools", true),
                Map.entry("kind", "tool_error")))
        .cancelledAtWait(100);
  }
}
