package io.everythingmcp.conformance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.ServerProcess;
import io.everythingmcp.conformance.harness.SseStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** Existing tenant with a token. */
record ManagedTenant(String id, String token, Supplier<ServerProcess> server) {
  private static final String LATEST = "2025-11-25";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  static ManagedTenant add(Supplier<ServerProcess> server, String tools) {
    String id = "customer-" + NUMBER.incrementAndGet();
    String token = id + "-a-token-that-is-random";
    String features = tools.isEmpty() ? "" : ",\"features\":{\"tools\":" + tools + "}";
    String body =
        "{\"id\":\"%s\",\"name\":\"%s server\",\"version\":\"2.0\",\"instructions\":\"for %s\",\"tokens\":[\"%s\"]%s}"
            .formatted(id, id, id, token, features);
    RawResponse added = new ManagementClient(server.get().client()).send("POST", "/tenants", body);
    assertThat(added.status()).as(added.toString()).isEqualTo(201);
    assertThat(added.text()).doesNotContain(token);
    return new ManagedTenant(id, token, server);
  }

  String path() {
    return "/t/" + id + "/mcp";
  }

  RawRequest post(String path, Object message) {
    return server.get().client().post(path, message).header("Authorization", "Bearer " + token);
  }

  RawResponse initialize(String path) {
    return post(path, JsonRpcMessages.initialize(LATEST, "{}")).send();
  }

  /** Initializes a session; returns its id. */
  String open(String path) {
    RawResponse response = initialize(path);
    assertThat(response.status()).as(response.toString()).isEqualTo(200);
    String session = response.header("Mcp-Session-Id");
    in(session, path, JsonRpcMessages.notification("notifications/initialized")).send();
    return session;
  }

  RawRequest in(String session, String path, Object message) {
    return post(path, message)
        .header("Mcp-Session-Id", session)
        .header("MCP-Protocol-Version", LATEST);
  }

  JsonNode request(String session, String method, String params) {
    return in(session, path(), JsonRpcMessages.request(1, method, params)).send().reply();
  }

  List<String> tools(String session) {
    return allTools(page -> request(session, "tools/list", page));
  }

  SseStream openStream(String session) {
    return server
        .get()
        .client()
        .get(path())
        .header("Authorization", "Bearer " + token)
        .header("Mcp-Session-Id", session)
        .header("MCP-Protocol-Version", LATEST)
        .send()
        .events();
  }

  /**
   * Returns the names of the tools on all pages of the list.
   *
   * @param list returns the response to {@code tools/list} with these parameters
   */
  static List<String> allTools(Function<String, JsonNode> list) {
    JsonNode page = list.apply("{}");
    List<String> all = new ArrayList<>(names(page));
    while (page.path("result").has("nextCursor")) {
      JsonNode next = JsonTrees.object("{}").set("cursor", page.path("result").path("nextCursor"));
      page = list.apply(next.toString());
      all.addAll(names(page));
    }
    return all;
  }

  /** Returns the names of the tools in a list. */
  static List<String> names(JsonNode answer) {
    return StreamSupport.stream(answer.path("result").path("tools").spliterator(), false)
        .map(tool -> tool.path("name").asText())
        .toList();
  }
}
