package io.everythingmcp.conformance.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SchemaSampleValues;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.harness.RawClient;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds tools that behave in the ways that checks need, by calling each tool of a server once in
 * each era, with sample values of its input schema. Not found by calling: {@link
 * ToolRole#SSE_POLLING}.
 */
public final class ToolRoleDetection {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int MOST_TOOLS = 50;
  private static final String CAPABILITIES = "{'elicitation':{},'sampling':{},'roots':{}}";
  private static final Set<String> TYPES = Set.of("integer", "number", "boolean");

  private final ServerProfile profile;
  private final SpecRevision revision;
  private final RawClient client;
  private final ToolTrials trials;
  private final Map<ToolRole, ToolCall> found = new EnumMap<>(ToolRole.class);

  private ToolRoleDetection(ServerProfile profile, SpecRevision revision, ToolTrials trials) {
    this.profile = profile;
    this.revision = revision;
    this.trials = trials;
    this.client =
        new RawClient(profile.server().url(), LIMIT).with(profile.server().first().headers());
  }

  /**
   * Returns a copy of the profile in which tools have the wanted roles, as far as tools with them
   * are found. No tool is called if all wanted roles are taken.
   */
  public static ServerProfile complete(
      ServerProfile profile, Set<ToolRole> wanted, ToolTrials trials) {
    if (trials == ToolTrials.NONE) {
      return profile;
    }
    Map<Boolean, Map<ToolRole, ToolCall>> found = new HashMap<>();
    profile
        .newestWithSessions()
        .ifPresent(
            latest -> found.put(true, new ToolRoleDetection(profile, latest, trials).find(wanted)));
    if (profile.isStateless()) {
      SpecRevision stateless = SpecRevision.R2026_07_28;
      found.put(false, new ToolRoleDetection(profile, stateless, trials).find(wanted));
    }
    return profile.withFound(found);
  }

  private Map<ToolRole, ToolCall> find(Set<ToolRole> wanted) {
    EnumSet<ToolRole> open = EnumSet.noneOf(ToolRole.class);
    open.addAll(wanted);
    open.remove(ToolRole.SSE_POLLING);
    open.removeIf(role -> profile.tool(role, revision).isPresent());
    open.remove(revision.hasSessions() ? ToolRole.INPUT_REQUIRED : ToolRole.ELICITATION);
    if (revision.hasSessions()) {
      open.remove(ToolRole.REQUEST_STATE);
    }
    List<JsonNode> tools =
        profile.lists(revision).tools().stream().filter(this::isTried).limit(MOST_TOOLS).toList();
    if (open.remove(ToolRole.INPUT_VALIDATION)) {
      tools.stream()
          .filter(tool -> refusedCall(tool).isPresent() && succeeds(tool))
          .findFirst()
          .flatMap(ToolRoleDetection::refusedCall)
          .ifPresent(this::invalidCall);
    }
    for (JsonNode tool : tools) {
      if (!open.isEmpty()) {
        ToolCall call = sampleCall(tool);
        for (ToolRole role : rolesOf(tool, call)) {
          if (open.remove(role)) {
            found.put(role, call);
          }
        }
      }
    }
    return found;
  }

  /** A tool without hints is destructive by the default of the specification. */
  private boolean isTried(JsonNode tool) {
    return trials == ToolTrials.ALL
        || tool.at("/annotations/readOnlyHint").asBoolean(false)
        || !tool.at("/annotations/destructiveHint").asBoolean(true);
  }

  private void invalidCall(ToolCall call) {
    found.put(ToolRole.INPUT_VALIDATION, call);
  }

  private static ToolCall sampleCall(JsonNode tool) {
    return new ToolCall(
        tool.path("name").asText(), SchemaSampleValues.of(tool.path("inputSchema")));
  }

  /**
   * Returns a call in which one argument has a wrong type; empty if no argument has such a type.
   */
  private static Optional<ToolCall> refusedCall(JsonNode tool) {
    return tool.at("/inputSchema/properties").properties().stream()
        .filter(property -> TYPES.contains(property.getValue().path("type").asText()))
        .findFirst()
        .map(
            property -> {
              ToolCall call = sampleCall(tool);
              ((ObjectNode) call.arguments()).put(property.getKey(), "no such type");
              return call;
            });
  }

  /** Returns whether a tool succeeds with sample values of its schema. */
  private boolean succeeds(JsonNode tool) {
    try {
      McpResponse reply = with(client -> client.call(sampleCall(tool)));
      return reply.hasResult() && !reply.toolFailed();
    } catch (AssertionError | RuntimeException e) {
      // No response in time: the tool may wait for input.
      return false;
    }
  }

  private Set<ToolRole> rolesOf(JsonNode tool, ToolCall call) {
    try {
      return with(client -> trial(client, tool, call));
    } catch (AssertionError | RuntimeException e) {
      // No response in time, or a malformed one: checks report that, with the exchange.
      return Set.of();
    }
  }

  private StatelessClient stateless() {
    return StatelessClient.open(
        client, path(), profile.supportedRevisions().get(revision), CAPABILITIES);
  }

  private String path() {
    return profile.server().path();
  }

  /** In a session of its own, so that nothing of it remains. */
  private <T> T with(Function<SuiteClient, T> work) {
    if (!revision.hasSessions()) {
      return work.apply(stateless());
    }
    StatefulClient session = StatefulClient.open(client, path(), revision, CAPABILITIES);
    try {
      if (session.declares("logging")) {
        session.callMethod("logging/setLevel", "{'level':'debug'}");
      }
      return work.apply(session);
    } finally {
      if (session.id() != null) {
        session.delete().send().text();
      }
    }
  }

  private static Set<ToolRole> trial(SuiteClient talk, JsonNode tool, ToolCall call) {
    Map<ToolRole, List<JsonNode>> before = lists(talk);
    long began = System.nanoTime();
    McpResponse reply = talk.send(talk.post(message(talk, call)));
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    EnumSet<ToolRole> changed = EnumSet.noneOf(ToolRole.class);
    Map<ToolRole, List<JsonNode>> after = lists(talk);
    if (!after.equals(before)) {
      talk.call(call);
      Map<ToolRole, List<JsonNode>> again = lists(talk);
      for (ToolRole role : after.keySet()) {
        if (!after.get(role).equals(before.get(role)) && !again.get(role).equals(after.get(role))) {
          changed.add(role);
        }
      }
    }
    return new ToolTrial(tool, reply, took, changed).roles();
  }

  private static ObjectNode message(SuiteClient talk, ToolCall call) {
    ObjectNode message = call.message(talk.nextId(), "trial");
    if (!talk.revision().hasSessions()) {
      message.withObject("/params/_meta").put("io.modelcontextprotocol/logLevel", "debug");
    }
    return message;
  }

  /** The lists of which the server declared that they can change. */
  private static Map<ToolRole, List<JsonNode>> lists(SuiteClient talk) {
    Map<ToolRole, List<JsonNode>> lists = new EnumMap<>(ToolRole.class);
    if (talk.declares("tools.listChanged")) {
      lists.put(ToolRole.TOOLS_LIST_CHANGED, FeatureLists.tools(talk));
    }
    if (talk.declares("prompts.listChanged")) {
      lists.put(ToolRole.PROMPTS_LIST_CHANGED, FeatureLists.prompts(talk));
    }
    return lists;
  }
}
