package io.everythingmcp.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Permitted names of features. */
class FeatureCatalogTest {
  private record NamedTool(String name) implements Tool {
    @Override
    public McpSchema.Tool definition() {
      return McpSchema.Tool.builder(name, Map.of("type", "object")).build();
    }

    @Override
    public RequestOutcome call(RequestContext call) {
      return RequestOutcome.text(name);
    }
  }

  private record NamedPrompt(String name) implements Prompt {
    @Override
    public McpSchema.Prompt definition() {
      return McpSchema.Prompt.builder(name).build();
    }

    @Override
    public RequestOutcome get(RequestContext call) {
      return RequestOutcome.text(name);
    }
  }

  private static FeatureCatalog tools(String... names) {
    List<Tool> tools = List.of(names).stream().<Tool>map(NamedTool::new).toList();
    return new FeatureCatalog(tools, List.of(), List.of(), List.of());
  }

  private static FeatureCatalog prompts(String... names) {
    List<Prompt> prompts = List.of(names).stream().<Prompt>map(NamedPrompt::new).toList();
    return new FeatureCatalog(List.of(), prompts, List.of(), List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bad name!", "a/b", "caf\u00e9", "a,b", "tab\t"})
  void toolNameAllowsLettersDigitsAndThreeSigns(String name) {
    assertThatThrownBy(() -> tools(name))
        .hasMessageContaining(name)
        .hasMessageContaining("1 to 128");
    assertThatThrownBy(() -> tools("good").with(new NamedTool(name)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nameHasAtMost128Characters() {
    String longest = String.join("", Collections.nCopies(16, "aZ09_-.x"));
    assertThat(tools(longest).tool(longest)).isPresent();
    assertThat(prompts(longest).prompt(longest)).isPresent();
    assertThatThrownBy(() -> tools(longest + "x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> prompts(longest + "x")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void promptNameAllowsSpacesButNoControlCharacters() {
    assertThat(prompts("two words").prompt("two words")).isPresent();
    assertThatThrownBy(() -> prompts("two\nlines")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesAreUnique() {
    assertThatThrownBy(() -> tools("one", "two", "one")).hasMessageContaining("\"one\"");
    assertThatThrownBy(() -> prompts("one", "one")).hasMessageContaining("\"one\"");
    assertThatThrownBy(() -> tools("one").plus(tools("one"))).hasMessageContaining("\"one\"");
  }
}
