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
  private final ValidatedConversation talk;
  private final MessageValidator judge;
  private final boolean tasks;

  AllFeaturesCalls(McpSession session, MessageValidator judge, boolean tasks) {
    this.session = session;
    this.judge = judge;
    this.talk = new ValidatedConversation(session, judge);
    this.tasks = tasks;
  }

  void run() {
    SseStream listening = session.listen();
    talk.ask("ping", "{}");
    talk.ask("logging/setLevel", "{'level':'debug'}");
    talk.ask("resources/subscribe", "{'uri':'test://static/resource/1'}");
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
    talk.ask("resources/unsubscribe", "{'uri':'test://static/resource/1'}");
    session.delete().send();
    listening.rest().stream()
        .filter(SseEvent::hasMessage)
        .map(SseEvent::json)
        .forEach(judge::message);
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
      talk.ask("resources/read", "{'uri':'" + uri + "'}");
    }
    talk.ask(
        "completion/complete",
        "{'ref':{'type':'ref/resource','uri':'test://clock/{zone}'},'argument':{'name':'zone','value':''}}");
  }

  private List<JsonNode> list(String method, String field) {
    List<JsonNode> entries = new ArrayList<>();
    JsonNode page = talk.ask(method, "{}").path("result");
    page.path(field).forEach(entries::add);
    while (page.has("nextCursor")) {
      page =
          talk.ask(method, "{'cursor':'" + page.path("nextCursor").asText() + "'}").path("result");
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
      talk.ask("prompts/get", "{'name':'" + name + "','arguments':{" + arguments + "}}");
    }
    talk.ask(
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
        talk.call(name, arguments);
      }
      if (name.equals("addTool")) {
        talk.ask("tools/list", "{}");
        talk.call("extraTool", "{}");
      }
    }
    talk.call("elicitUrl", "{'viaError':true}");
    talk.call("failOnPurpose", "{'kind':'protocol_error'}");
  }

  private void failures() {
    talk.ask("no/such/method", "{}");
    talk.ask("tools/call", "{}");
    talk.call("noSuchTool", "{}");
    talk.call("add", "{'a':'one'}");
    talk.ask("resources/read", "{'uri':'test://static/resource/0'}");
    talk.ask("resources/list", "{'cursor':'nonsense'}");
    talk.ask("prompts/get", "{'name':'noSuchPrompt'}");
    talk.ask("logging/setLevel", "{'level':'loud'}");
    talk.ask("completion/complete", "{}");
  }

  private void tasks() {
    for (String tool : List.of("elicitInputs", "sampleLLM", "failing_job", "protocol_error_job")) {
      String id = talk.begin(tool, tool.equals("sampleLLM") ? "{'prompt':'Capital?'}" : "{}");
      talk.ask("tasks/get", "{'taskId':'" + id + "'}");
      talk.ask("tasks/result", "{'taskId':'" + id + "'}");
    }
    String id = talk.begin("longRunningOperation", "{'duration':60,'steps':1}");
    talk.ask("tasks/list", "{}");
    talk.ask("tasks/cancel", "{'taskId':'" + id + "'}");
    talk.ask("tasks/cancel", "{'taskId':'" + id + "'}");
    talk.ask("tasks/get", "{'taskId':'nobody'}");
  }
}
