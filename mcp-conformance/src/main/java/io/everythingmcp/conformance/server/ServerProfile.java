package io.everythingmcp.conformance.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.ToolCall;
import java.net.URI;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The detected properties of a server.
 *
 * @param server the server
 * @param supportedRevisions the revisions it supports, with the result of {@code initialize} or
 *     {@code server/discover}
 * @param sessionIds whether it issues session ids
 * @param sse its endpoint of the transport of 2024-11-05, or null
 * @param anonymous its response to a request without credentials
 * @param lists its features: in sessions, and in revision 2026-07-28
 * @param found tools whose role was found by calling them: in sessions, and in revision 2026-07-28
 */
public record ServerProfile(
    TargetServer server,
    Map<SpecRevision, JsonNode> supportedRevisions,
    boolean sessionIds,
    URI sse,
    McpResponse anonymous,
    Map<Boolean, FeatureLists> lists,
    Map<Boolean, Map<ToolRole, ToolCall>> found) {

  /** Returns a copy with tools whose role was found by calling them. */
  ServerProfile withFound(Map<Boolean, Map<ToolRole, ToolCall>> tools) {
    return new ServerProfile(
        server, supportedRevisions, sessionIds, sse, anonymous, lists, Map.copyOf(tools));
  }

  public boolean supports(SpecRevision revision) {
    return supportedRevisions.containsKey(revision);
  }

  public boolean hasSessions() {
    return supportedRevisions.keySet().stream().anyMatch(SpecRevision::hasSessions);
  }

  public boolean isStateless() {
    return supports(SpecRevision.R2026_07_28);
  }

  /** Returns the latest stateful revision. */
  public Optional<SpecRevision> newestWithSessions() {
    return supportedRevisions.keySet().stream()
        .filter(SpecRevision::hasSessions)
        .max(Comparator.naturalOrder());
  }

  /** Whether it requires credentials. */
  public boolean isProtected() {
    return anonymous.status() == 401;
  }

  /** Returns its features in this revision. */
  public FeatureLists lists(SpecRevision revision) {
    return lists.getOrDefault(revision.hasSessions(), FeatureLists.none());
  }

  /** Returns the declared capabilities in this revision. */
  public JsonNode capabilities(SpecRevision revision) {
    return supportedRevisions
        .getOrDefault(revision, MissingNode.getInstance())
        .path("capabilities");
  }

  /** Returns a tool that behaves in a certain way: named, known by its name, or found. */
  public Optional<ToolCall> tool(ToolRole role, SpecRevision revision) {
    ToolCall named = server.tools().get(role);
    if (named != null) {
      return Optional.of(named);
    }
    Set<String> listed = lists(revision).toolNames();
    return role.among(listed)
        .or(() -> found(role, revision.hasSessions()))
        .or(() -> found(role, !revision.hasSessions()).filter(c -> listed.contains(c.tool())));
  }

  private Optional<ToolCall> found(ToolRole role, boolean sessions) {
    return Optional.ofNullable(found.getOrDefault(sessions, Map.of()).get(role));
  }

  /** Describes the roles of tools in one line. */
  public String describeTools() {
    Map<ToolRole, String> tools = new EnumMap<>(ToolRole.class);
    for (SpecRevision revision : supportedRevisions.keySet()) {
      for (ToolRole role : ToolRole.values()) {
        tool(role, revision).ifPresent(call -> tools.put(role, call.tool()));
      }
    }
    return tools.isEmpty()
        ? "no tool has a role"
        : tools.entrySet().stream()
            .map(tool -> tool.getKey().option() + "=" + tool.getValue())
            .collect(Collectors.joining(", ", "roles of tools: ", ""));
  }

  /** A tool that can be called without thinking. */
  public Optional<ToolCall> harmlessTool(SpecRevision revision) {
    return lists(revision).harmless();
  }
}
