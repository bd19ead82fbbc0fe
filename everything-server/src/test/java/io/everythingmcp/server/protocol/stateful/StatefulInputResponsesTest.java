package io.everythingmcp.server.protocol.stateful;

import static io.everythingmcp.server.protocol.stateful.StatefulConversation.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Responses that a tool rejects in a session. */
class StatefulInputResponsesTest {
  private final StatefulConversation conversation =
      StatefulConversation.open(
          Map.of("elicitation", Map.of(), "sampling", Map.of(), "roots", Map.of()));

  @AfterEach
  void close() {
    conversation.close();
  }

  private static JsonNode inputRequest(RecordedDelivery delivery) {
    return Awaitility.await()
        .until(
            () ->
                delivery.messages().stream()
                    .filter(m -> m.has("id") && m.has("method"))
                    .findFirst()
                    .orElse(null),
            m -> m != null);
  }

  private JsonNode response(String tool, String arguments, Map<String, Object> more, String with) {
    Map<String, Object> params = new LinkedHashMap<>(more);
    params.put("name", tool);
    params.put("arguments", WireJson.map(json(arguments)));
    RecordedDelivery delivery =
        conversation.send(request(1, "tools/call", params), new RecordedDelivery());
    if (more.containsKey("task")) {
      String task = delivery.await().at("/result/task/taskId").asText();
      delivery =
          conversation.send(
              request(2, "tasks/result", Map.of("taskId", task)), new RecordedDelivery());
    }
    JsonNode id = inputRequest(delivery).get("id");
    conversation.send(new RpcMessage.Response(id, json(with), null), new RecordedDelivery());
    return delivery.await();
  }

  private static JsonNode json(String text) {
    return WireJson.read(text.replace('\'', '"'), JsonNode.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "elicitInputs | {} | {}",
        "elicitInputs | {} | {'action':'yes'}",
        "elicitInputs | {} | {'action':'accept','content':[]}",
        "elicitInputs | {} |"
            + " {'action':'accept','content':{'name':'A','check':true,'email':'nope'}}",
        "sampleLLM | {'prompt':'x'} | {'role':'assistant','model':'m','content':'hi'}",
        "sampleLLM | {'prompt':'x'} | {'role':'assistant','content':{'type':'text','text':'x'}}",
        "listRoots | {} | {}",
        "listRoots | {} | {'roots':[{'name':'a'}]}",
        "confirm_delete | {'filename':'f'} | {}"
      })
  void errorResponseIsNoSuccess(String tool, String arguments, String answer) {
    JsonNode result = response(tool, arguments, Map.of(), answer);
    assertThat(result.at("/result/isError").asBoolean()).as(result.toString()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{}", "{'action':'maybe'}", "{'action':'accept','content':{'confirm':'x'}}"})
  void errorResponseIsNoSuccessWithinATask(String answer) {
    JsonNode result =
        response("confirm_delete", "{'filename':'f'}", Map.of("task", Map.of()), answer);
    assertThat(result.at("/result/isError").asBoolean()).as(result.toString()).isTrue();
  }
}
