package io.everythingmcp.conformance.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;
import io.everythingmcp.conformance.talk.Stateless;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Finds out what a server speaks. */
public final class Detection {
  private final Server server;
  private final RawClient client;

  private Detection(Server server) {
    this.server = server;
    this.client = new RawClient(server.url(), server.patience());
  }

  /**
   * Finds out.
   *
   * @throws Unreachable if nothing answers at all
   */
  public static Profile of(Server server) {
    return new Detection(server).detect();
  }

  private Profile detect() {
    Reply anonymous = anonymous();
    Map<Revision, JsonNode> spoken = new TreeMap<>();
    Map<Boolean, Lists> lists = new HashMap<>();
    boolean ids = false;
    Revision newest = null;
    for (Revision revision : Revision.values()) {
      if (revision.hasSessions()) {
        Reply reply = initialize(revision);
        if (reply.result().path("protocolVersion").asText().equals(revision.text())) {
          spoken.put(revision, reply.result());
          ids |= reply.response().header("Mcp-Session-Id") != null;
          newest = revision;
        }
      }
    }
    if (newest != null) {
      Session session = Session.open(mine(), server.path(), newest, "{}");
      lists.put(true, Lists.of(session));
      close(session);
    }
    JsonNode discovered = discover();
    if (discovered != null) {
      spoken.put(Revision.R2026_07_28, discovered);
      lists.put(false, Lists.of(Stateless.open(mine(), server.path(), discovered, "{}")));
    }
    return new Profile(server, spoken, ids, sse(), anonymous, lists);
  }

  private RawClient mine() {
    return client.with(server.first().headers());
  }

  private Reply anonymous() {
    try {
      Reply reply = Session.initialize(client, server.path(), "2025-11-25", "{}");
      end(client, reply);
      return reply;
    } catch (AssertionError e) {
      throw new Unreachable(server.url() + " does not answer: " + e.getMessage(), e);
    }
  }

  private Reply initialize(Revision revision) {
    Reply reply = Session.initialize(mine(), server.path(), revision.text(), "{}");
    end(mine(), reply);
    return reply;
  }

  /** Sessions that are not needed any more should not fill the server up. */
  private void end(RawClient by, Reply reply) {
    String id = reply.response().header("Mcp-Session-Id");
    if (id != null) {
      by.request("DELETE", server.path()).header("Mcp-Session-Id", id).send().text();
    }
  }

  private static void close(Session session) {
    if (session.id() != null) {
      session.delete().send().text();
    }
  }

  private JsonNode discover() {
    Stateless talk = Stateless.open(mine(), server.path(), MissingNode.getInstance(), "{}");
    Reply reply = talk.ask("server/discover");
    JsonNode versions = reply.result().path("supportedVersions");
    for (JsonNode version : versions) {
      if (version.asText().equals(Revision.R2026_07_28.text())) {
        return reply.result();
      }
    }
    return null;
  }

  private URI sse() {
    URI uri = server.sse() != null ? server.sse() : server.url().resolve("/sse");
    RawClient there = mine().at(uri).patience(Duration.ofSeconds(2));
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
