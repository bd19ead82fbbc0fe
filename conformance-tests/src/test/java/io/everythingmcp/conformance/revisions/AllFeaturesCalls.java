package io.everythingmcp.conformance.revisions;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls every method and every tool once, in one session. */
final class AllFeaturesCalls {
  private static final Map<String, String> ARGUMENTS =
      Map.of(
          "longRunningOperation", "{'duration':0.02,'steps':2}",
          "annotatedMessage", "{'messageType':'error','includeImage':true}",
          "sampleLLM", "{'prompt':'Weather?','withTools':true}",
          "slow_compute", "{'seconds':0.02}");

  /** Tools that toggle background activity; called twice to disable it again. */
  private static final Set<String> TWICE =
      Set.of("toggleSimulatedLogging", "toggleResourceUpdates");

  private final McpSession session;
  private final ValidatedConversation conversation;
  private final MessageValidator messageValidator;
  private final boolean tasks;

  AllFeaturesCalls(McpSession session, MessageValidator messageValidator, boolean tasks) {
    this.session = session;
    this.messageValidator = messageValidator;
    this.conversation = new ValidatedConversation(session, messageValidator);
    this.tasks = tasks;
  }

  void run() {
    SseStream listening = session.listen();
    conversation.request("ping", "{}");
    conversation.request("logging/setLevel", "{'level':'debug'}");
    conversation.request("resources/subscribe", "{'uri':'test://static/resource/1'}");
    resources();
    prompts();
    tools();
    failures();
    if (tasks) {
      tasks();
    }
    await()
        .until(
            () ->
                methods(listening)
                    .containsAll(
                        List.of(
                            "notifications/message",
                            "notifications/resources/updated",
                            "notifications/resources/list_changed",
                            "notifications/prompts/list_changed",
                            "notifications/tools/list_changed")));
    conversation.request("resources/unsubscribe", "{'uri':'test://static/resource/1'}");
    session.delete().send();
    listening.rest().stream()
        .filter(SseEvent::hasMessage)
        .map(SseEvent::json)
        .forEach(messageValidator::message);
  }

  private static List<String> methods(SseStream stream) {
    return stream.arrivedMessages().stream().map(m -> m.path("method").asText()).toList();
  }

  private void resources() {
    list("resources/list", "resources");
    list("resources/templates/list", "resourceTemplates");
    for (String uri :
        List.of(
            "test://static/resource/1",
            "test://static/resource/2",
            "test://clock/UTC",
            "docs://everything/welcome")) {
      conversation.request("resources/read", "{'uri':'" + uri + "'}");
    }
    conversation.request(
        "completion/complete",
        "{'ref':{'type':'ref/resource','uri':'test://clock/{zone}'},'argument':{'name':'zone','value':''}}");
  }

  private List<JsonNode> list(String method, String field) {
    List<JsonNode> entries = new ArrayList<>();
    JsonNode page = conversation.request(method, "{}").path("result");
    page.path(field).forEach(entries::add);
    while (page.has("nextCursor")) {
      page =
          conversation
              .request(method, "{'cursor':'" + page.path("nextCursor").asText() + "'}")
              .path("result");
      page.path(field).forEach(entries::add);
    }
    return entries;
  }

  private void prompts() {
    for (JsonNode prompt : list("prompts/list", "prompts")) {
      String name = prompt.path("name").asText();
      StringBuilder arguments = new StringBuilder();
      prompt
          .path("arguments")
          .forEach(
              a ->
                  arguments
                      .append(arguments.isEmpty() ? "" : ",")
                      .append(
                          "'"
                              + a.path("name").asText()
                              + "':'"
                              + (a.path("name").asText().endsWith("Uri") ? "test://x" : "1")
                              + "'"));
      conversation.request(
          "prompts/get", "{'name':'" + name + "','arguments':{" + arguments + "}}");
    }
    conversation.request(
        "completion/complete",
        "{'ref':{'type':'ref/prompt','name':'completable_prompt'},'argument':{'name':'department','value':'S'}}");
  }

  private void tools() {
    for (JsonNode tool : list("tools/list", "tools")) {
      String name = tool.path("name").asText();
      JsonNode arguments =
          ARGUMENTS.containsKey(name)
              ? JsonTrees.object(ARGUMENTS.get(name))
              : RespondingClient.fitting(tool.path("inputSchema"));
      for (int i = 0; i < (TWICE.contains(name) ? 2 : 1); i++) {
        conversation.call(name, arguments);
      }
      if (name.equals("addTool")) {
        conversation.request("tools/list", "{}");
        conversation.call("extraTool", "{}");
      }
    }
    conversation.call("elicitUrl", "{'viaError':true}");
    conversation.call("failOnPurpose", "{'kind':'protocol_error'}");
  }

  private void failures() {
    conversation.request("no/such/method", "{}");
    conversation.request("tools/call", "{}");
    conversation.call("noSuchTool", "{}");
    conversation.call("add", "{'a':'one'}");
    conversation.request("resources/read", "{'uri':'test://static/resource/0'}");
    conversation.request("resources/list", "{'cursor':'nonsense'}");
    conversation.request("prompts/get", "{'name':'noSuchPrompt'}");
    conversation.request("logging/setLevel", "{'level':'loud'}");
    conversation.request("completion/complete", "{}");
  }

  private void tasks() {
    for (String tool : List.of("elicitInputs", "sampleLLM", "failing_job", "protocol_error_job")) {
      String id =
          conversation.startTask(tool, tool.equals("sampleLLM") ? "{'prompt':'Capital?'}" : "{}");
      conversation.request("tasks/get", "{'taskId':'" + id + "'}");
      conversation.request("tasks/result", "{'taskId':'" + id + "'}");
    }
    String id = conversation.startTask("longRunningOperation", "{'duration':60,'steps':1}");
    conversation.request("tasks/list", "{}");
    conversation.request("tasks/cancel", "{'taskId':'" + id + "'}");
    conversation.request("tasks/cancel", "{'taskId':'" + id + "'}");
    conversation.request("tasks/get", "{'taskId':'unknown-id'}");
  }
}
