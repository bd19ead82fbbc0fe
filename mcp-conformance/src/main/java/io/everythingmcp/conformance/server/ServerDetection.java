package io.everythingmcp.conformance.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseStream;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Detects the supported revisions of a server. */
public final class ServerDetection {
  private final TargetServer server;
  private final RawClient client;

  private ServerDetection(TargetServer server) {
    this.server = server;
    this.client = new RawClient(server.url(), server.timeout());
  }

  /**
   * Detects the revisions.
   *
   * @throws ServerUnreachableException if there is no response
   */
  public static ServerProfile of(TargetServer server) {
    return new ServerDetection(server).detect();
  }

  private ServerProfile detect() {
    McpResponse anonymous = anonymous();
    Map<SpecRevision, JsonNode> supported = new TreeMap<>();
    Map<Boolean, FeatureLists> lists = new HashMap<>();
    boolean ids = false;
    SpecRevision latest = null;
    for (SpecRevision revision : SpecRevision.values()) {
      if (revision.hasSessions()) {
        McpResponse reply = initialize(revision);
        if (reply.result().path("protocolVersion").asText().equals(revision.text())) {
          supported.put(revision, reply.result());
          ids |= reply.response().header("Mcp-Session-Id") != null;
          latest = revision;
        }
      }
    }
    if (latest != null) {
      StatefulClient session = StatefulClient.open(mine(), server.path(), latest, "{}");
      lists.put(true, FeatureLists.of(session));
      close(session);
    }
    JsonNode discovered = discover();
    if (discovered != null) {
      supported.put(SpecRevision.R2026_07_28, discovered);
      lists.put(
          false, FeatureLists.of(StatelessClient.open(mine(), server.path(), discovered, "{}")));
    }
    return new ServerProfile(server, supported, ids, sse(), anonymous, lists, Map.of());
  }

  private RawClient mine() {
    return client.with(server.first().headers());
  }

  private McpResponse anonymous() {
    try {
      McpResponse reply = StatefulClient.initialize(client, server.path(), "2025-11-25", "{}");
      end(client, reply);
      return reply;
    } catch (AssertionError e) {
      throw new ServerUnreachableException(
          server.url() + " does not respond: " + e.getMessage(), e);
    }
  }

  private McpResponse initialize(SpecRevision revision) {
    McpResponse reply = StatefulClient.initialize(mine(), server.path(), revision.text(), "{}");
    end(mine(), reply);
    return reply;
  }

  /** Ends unused sessions, because their number is limited. */
  private void end(RawClient by, McpResponse reply) {
    String id = reply.response().header("Mcp-Session-Id");
    if (id != null) {
      by.request("DELETE", server.path()).header("Mcp-Session-Id", id).send().text();
    }
  }

  private static void close(StatefulClient session) {
    if (session.id() != null) {
      session.delete().send().text();
    }
  }

  private JsonNode discover() {
    StatelessClient talk =
        StatelessClient.open(mine(), server.path(), MissingNode.getInstance(), "{}");
    McpResponse reply = talk.callMethod("server/discover");
    JsonNode versions = reply.result().path("supportedVersions");
    for (JsonNode version : versions) {
      if (version.asText().equals(SpecRevision.R2026_07_28.text())) {
        return reply.result();
      }
    }
    return null;
  }

  private URI sse() {
    URI uri = server.sse() != null ? server.sse() : server.url().resolve("/sse");
    RawClient there = mine().at(uri).timeout(Duration.ofSeconds(2));
    try {
      RawResponse response = there.get("").send();
      if (response.status() != 200 || !response.isStream()) {
        response.text();
        return null;
      }
      try (SseStream stream = response.events()) {
        return "endpoint".equals(stream.next().name()) ? uri : null;
      }
    } catch (AssertionError none) {
      return null;
    }
  }
}
