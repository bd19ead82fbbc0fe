package io.everythingmcp.everything.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.JsonSchemas;
import io.everythingmcp.api.OutcomeReader;
import io.everythingmcp.api.ResourceTemplate;
import io.everythingmcp.everything.resources.EverythingResources;
import io.everythingmcp.testing.RecordingCall;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionResourceTest {
  private static final Map<String, Object> NOTES = Map.of("name", "notes", "text", "Some text");
  private static final String PREFIX = "test://session/resource/";

  private final CreateSessionResourceTool tool = new CreateSessionResourceTool();
  private final ResourceTemplate template =
      EverythingResources.templates().stream()
          .filter(t -> t.definition().uriTemplate().equals(PREFIX + "{name}"))
          .findFirst()
          .orElseThrow();

  private McpSchema.ResourceLink create(RecordingCall call) {
    return (McpSchema.ResourceLink) OutcomeReader.tool(tool.call(call)).content().get(1);
  }

  private static Map<String, String> variables(String uri) {
    return Map.of("name", uri.substring(PREFIX.length()));
  }

  @Test
  void resourceIsListedReadAndNotifiedWithinASession() {
    RecordingCall call = RecordingCall.with(NOTES);
    McpSchema.ResourceLink link = create(call);
    assertThat(link.name()).isEqualTo("notes");
    assertThat(call.actions).containsExactly("session resources changed");
    assertThat(template.listed(call.storage()))
        .extracting(McpSchema.Resource::uri)
        .containsExactly(link.uri());
    McpSchema.ResourceContents read =
        OutcomeReader.read(template.read(link.uri(), variables(link.uri()), call))
            .contents()
            .get(0);
    assertThat(((McpSchema.TextResourceContents) read).text()).isEqualTo("Some text");
  }

  @Test
  void withoutASessionOnlyTheUriIsReturned() {
    RecordingCall call = RecordingCall.stateless(NOTES);
    McpSchema.ResourceLink link = create(call);
    assertThat(call.actions).isEmpty();
    assertThat(template.listed(call.storage())).isEmpty();
    assertThat(template.read(link.uri(), variables(link.uri()), call))
        .satisfies(outcome -> assertThat(OutcomeReader.read(outcome).contents()).hasSize(1));
    assertThat(link.uri()).isNotEqualTo(create(RecordingCall.stateless(NOTES)).uri());
  }

  @Test
  void anotherSessionCannotReadIt() {
    McpSchema.ResourceLink link = create(RecordingCall.with(NOTES));
    RecordingCall other = RecordingCall.empty();
    assertThat(template.listed(other.storage())).isEmpty();
    assertThat(OutcomeReader.failed(template.read(link.uri(), variables(link.uri()), other)).kind())
        .isEqualTo(ErrorKind.RESOURCE_NOT_FOUND);
  }

  @Test
  void sessionHasALimit() {
    RecordingCall call = RecordingCall.with(NOTES);
    for (int i = 0; i < 100; i++) {
      create(call);
    }
    assertThat(OutcomeReader.errorText(tool.call(call))).contains("Limit of stored resources");
  }

  @Test
  void nameThatNeedsEscapingIsRejected() {
    Map<String, Object> schema = tool.definition().inputSchema();
    for (String name : List.of("notes", "notes.txt", "a-b_c.d")) {
      assertThat(JsonSchemas.ofValue(schema, Map.of("name", name, "text", ""))).isEmpty();
    }
    for (String name : List.of("../a", "a..b", "a/b", "a b", "a%2Fb", "ü", ".", "")) {
      assertThat(JsonSchemas.ofValue(schema, Map.of("name", name, "text", ""))).isNotEmpty();
    }
  }
}
