package io.everythingmcp.conformance.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.server.ServerProfile;
import io.everythingmcp.conformance.server.TargetServer;
import io.everythingmcp.conformance.server.ToolRole;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prerequisites of a check. */
public enum ServerPrerequisite {
  /** It issues session ids. */
  SESSION_ID,
  /** There is another caller with credentials. */
  SECOND_CALLER,
  /** There is another instance that shares its state. */
  SECOND_INSTANCE,
  /** It requires credentials. */
  PROTECTION,
  /** The login on the pages of its authorization server can be performed. */
  LOGIN,
  /** Its authorization server has a pre-registered client. */
  KNOWN_CLIENT,
  /** A client ID metadata document is configured. */
  CLIENT_DOCUMENT,
  /** Its host is a loopback address. */
  LOCAL,
  /** It has the transport of 2024-11-05. */
  HTTP_SSE,
  TOOLS,
  RESOURCES,
  PROMPTS,
  COMPLETIONS,
  LOGGING,
  SUBSCRIPTIONS,
  /** It declared tools.listChanged. */
  LIST_CHANGED,
  TASKS,
  /** The session timeout is given. */
  SESSION_TIMEOUT,
  TOOL_PROGRESS,
  TOOL_SLOW,
  TOOL_INPUT_REQUIRED,
  TOOL_REQUEST_STATE,
  TOOL_ELICITATION,
  TOOL_LOGGING,
  TOOL_TOOLS_LIST_CHANGED,
  TOOL_PROMPTS_LIST_CHANGED,
  TOOL_TASK,
  TOOL_SHORT_TASK,
  TOOL_SSE_POLLING,
  TOOL_INPUT_VALIDATION;

  private static final String PREFIX = "TOOL_";

  /** Returns why a server does not have it; empty if it does. */
  public Optional<String> missing(ServerProfile profile, SpecRevision revision) {
    return has(profile, revision) ? Optional.empty() : Optional.of(why());
  }

  private boolean has(ServerProfile profile, SpecRevision revision) {
    TargetServer server = profile.server();
    return switch (this) {
      case SESSION_ID -> profile.sessionIds();
      case SECOND_CALLER -> server.second().isPresent();
      case SECOND_INSTANCE -> server.urls().size() > 1;
      case PROTECTION -> profile.isProtected();
      case LOGIN -> server.login().isPresent();
      case KNOWN_CLIENT -> server.client().isPresent();
      case CLIENT_DOCUMENT -> server.document().isPresent();
      case LOCAL -> server.isLocal();
      case HTTP_SSE -> profile.sse() != null;
      case SESSION_TIMEOUT -> server.sessionTimeout().isPresent();
      case TOOLS, RESOURCES, PROMPTS, LOGGING ->
          declared(profile, revision, name().toLowerCase(Locale.ROOT));
      case COMPLETIONS ->
          declared(profile, revision, "completions")
              || (!revision.atLeast(SpecRevision.R2025_03_26)
                  && !prompts(profile, revision).isEmpty());
      case SUBSCRIPTIONS -> flag(profile, revision, "resources", "subscribe");
      case LIST_CHANGED -> flag(profile, revision, "tools", "listChanged");
      case TASKS -> tasks(profile, revision);
      default -> profile.tool(role(), revision).isPresent();
    };
  }

  private static boolean tasks(ServerProfile profile, SpecRevision revision) {
    return revision.hasSessions()
        ? profile.capabilities(revision).at("/tasks/requests/tools").has("call")
        : profile.capabilities(revision).path("extensions").has("io.modelcontextprotocol/tasks");
  }

  private static boolean declared(ServerProfile profile, SpecRevision revision, String capability) {
    return profile.capabilities(revision).path(capability).isObject();
  }

  private static boolean flag(
      ServerProfile profile, SpecRevision revision, String capability, String flag) {
    return profile.capabilities(revision).path(capability).path(flag).asBoolean();
  }

  private static List<JsonNode> prompts(ServerProfile profile, SpecRevision revision) {
    return profile.lists(revision).prompts();
  }

  /** Returns the role that a tool must have; empty if the prerequisite is another one. */
  public Optional<ToolRole> toolRole() {
    return name().startsWith(PREFIX) ? Optional.of(role()) : Optional.empty();
  }

  private ToolRole role() {
    return ToolRole.valueOf(name().substring(PREFIX.length()));
  }

  private String why() {
    return switch (this) {
      case SESSION_ID -> "the server issues no session ids";
      case SECOND_CALLER -> "only one caller is configured: set --second-token or --second-api-key";
      case SECOND_INSTANCE -> "only one instance is configured: set --url twice";
      case PROTECTION -> "the server requires no credentials";
      case LOGIN -> "no login is configured: set --oauth form or --oauth browser";
      case KNOWN_CLIENT -> "no pre-registered client is configured: set --client-id";
      case CLIENT_DOCUMENT ->
          "no client ID metadata document is configured: set --client-metadata-url";
      case LOCAL -> "the server is not on localhost";
      case HTTP_SSE -> "the server has no endpoint for HTTP+SSE at /sse: set --sse-url";
      case SESSION_TIMEOUT -> "the session timeout is unknown: set --session-timeout";
      case LIST_CHANGED -> "the server did not declare tools.listChanged";
      case SUBSCRIPTIONS -> "the server did not declare resources.subscribe";
      case TOOLS, RESOURCES, PROMPTS, COMPLETIONS, LOGGING, TASKS ->
          "the server did not declare " + name().toLowerCase(Locale.ROOT);
      default ->
          "no tool with the role "
              + role().option()
              + " is configured: set @ToolInRole or --tool "
              + role().option()
              + "=NAME";
    };
  }
}
