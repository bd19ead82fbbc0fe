package io.everythingmcp.server.protocol.stateless;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.FeatureVisibility;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.TaskSupport;
import io.everythingmcp.api.Tool;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hidden tool is indistinguishable from a missing one. */
class HiddenToolTest {
  private record TaskTool(String name, FeatureVisibility visibility) implements Tool {
    @Override
    public McpSchema.Tool definition() {
      return McpSchema.Tool.builder(name, Map.of("type", "object")).build();
    }

    @Override
    public TaskSupport taskSupport() {
      return TaskSupport.REQUIRED;
    }

    @Override
    public RequestOutcome call(RequestContext call) {
      return RequestOutcome.text("called");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void taskAugmentedCallIsRejectedAlike(boolean withTasks) {
    Tool hidden = new TaskTool("hidden", viewer -> false);
    Tool shown = new TaskTool("shown", FeatureVisibility.EVERYONE);
    Map<String, Object> tasks =
        Map.of("extensions", Map.of("io.modelcontextprotocol/tasks", Map.of()));
    try (StatelessHarness harness =
        new StatelessHarness(hidden, shown).declaring(withTasks ? tasks : Map.of())) {
      RecordingExchange refused = harness.call("hidden", Map.of());
      RecordingExchange missing = harness.call("missin", Map.of());
      assertThat(refused.response().toString().replace("hidden", "missin"))
          .isEqualTo(missing.response().toString());
      assertThat(refused.response().at("/error/code").asInt()).isEqualTo(-32602);
      assertThat(harness.call("shown", Map.of()).response().at("/error/code").asInt())
          .isEqualTo(withTasks ? 0 : -32021);
    }
  }
}
