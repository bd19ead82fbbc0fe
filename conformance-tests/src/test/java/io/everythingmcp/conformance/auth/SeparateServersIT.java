package io.everythingmcp.conformance.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Tenants and mounted servers are isolated like users, also if the same user accesses both of them.
 */
class SeparateServersIT {
  private static final String CHANGED = "notifications/tools/list_changed";

  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with(
          ServerLaunch.with("JWT_SECRET", SignedTokens.SECRET)
              .config("conformance-tests/src/test/resources/isolation.yml"));

  /** Returns the tenant of a user: {@code acme} for alice, {@code bolt} for bob. */
  private static String tenantOf(String name) {
    return name.equals("alice") ? "acme" : "bolt";
  }

  /** Returns the same user at different servers. */
  private static TokenUser carol(String org, String audience) {
    ObjectNode claims =
        SignedTokens.claims(SERVER.uri().toString(), "carol", "mcp:read mcp:write mcp:admin");
    claims.put("jti", "" + System.nanoTime()).put("aud", SERVER.uri() + audience);
    return TokenUser.user(
        SERVER.client(), SignedTokens.signed(org.isEmpty() ? claims : claims.put("org", org)));
  }

  private static TokenUser carolAt(String path) {
    return carol("", path).at(path);
  }

  /** Properties that hold between servers but not between users of one server. */
  abstract static class ServersContract extends IsolationContract {
    private static SseStream openGetStream(TokenUser user) {
      SseStream stream =
          user.stateless("subscriptions/listen", "{'notifications':{'toolsListChanged':true}}")
              .send()
              .events();
      stream.message(m -> m.path("method").asText().endsWith("acknowledged"));
      return stream;
    }

    private static SseStream stream(TokenUser user, String session) {
      return user.stream().header("Mcp-Session-Id", session).send().events();
    }

    private static String ready(TokenUser user) {
      String session = user.session("2025-11-25");
      user.post(session, JsonRpcMessages.notification("notifications/initialized")).send();
      return session;
    }

    private static void call(TokenUser user, String session, String tool) {
      JsonNode reply = user.post(session, JsonRpcMessages.call(1, tool, "{}")).send().reply();
      assertThat(reply.has("result")).as(reply.toString()).isTrue();
    }

    /** Waits until all earlier messages must have been received. */
    private static void awaitKeepAlive(SseStream stream) {
      long before = keepAlives(stream);
      await().until(() -> keepAlives(stream) >= before + 2);
    }

    private static long keepAlives(SseStream stream) {
      return stream.arrived().stream().filter(event -> event.comment() != null).count();
    }

    private static boolean isChange(JsonNode message) {
      return message.path("method").asText().equals(CHANGED);
    }

    @Test
    void toggledFeatureIsNeitherVisibleNorNotifiedAtOtherServer() {
      TokenUser alice = user("alice");
      TokenUser bob = user("bob");
      String hers = ready(alice);
      String his = ready(bob);
      SseStream[] notified = {stream(alice, hers), openGetStream(alice)};
      SseStream[] quiet = {stream(bob, his), openGetStream(bob)};
      int tools = bob.post(his, JsonRpcMessages.request(1, "tools/list")).send().text().length();

      call(alice, hers, "addTool");
      for (SseStream stream : notified) {
        stream.message(ServersContract::isChange);
      }
      assertThat(bob.post(his, JsonRpcMessages.request(1, "tools/list")).send().text())
          .hasSize(tools);
      for (SseStream stream : quiet) {
        awaitKeepAlive(stream);
        assertThat(stream.arrivedMessages()).noneMatch(ServersContract::isChange);
      }

      call(bob, his, "addTool");
      for (SseStream stream : quiet) {
        stream.message(ServersContract::isChange);
      }
      call(alice, hers, "removeTool");
      call(bob, his, "removeTool");
      for (int i = 0; i < 2; i++) {
        notified[i].close();
        quiet[i].close();
      }
    }
  }

  /** Tenants that are identified by their tokens. */
  @Nested
  class TenantsByToken extends ServersContract {
    @Override
    TokenUser user(String name) {
      return TokenUser.user(SERVER.client(), "token-of-" + tenantOf(name) + "-0123456789");
    }
  }

  /** One user of two tenants. */
  @Nested
  class TenantsByClaim extends ServersContract {
    @Override
    TokenUser user(String name) {
      return carol(tenantOf(name), "/mcp");
    }
  }

  /** One user of two tenants, which are identified by the path. */
  @Nested
  class TenantsByPath extends ServersContract {
    @Override
    TokenUser user(String name) {
      return carol(tenantOf(name), "/mcp").at("/t/" + tenantOf(name) + "/mcp");
    }
  }

  /** One user at two mounted servers. */
  @Nested
  class Mounts extends ServersContract {
    @Override
    TokenUser user(String name) {
      return carolAt(name.equals("alice") ? "/mcp/north" : "/mcp/south");
    }
  }

  /** One user at a mounted server and at the default server. */
  @Nested
  class MountAndUsual extends ServersContract {
    @Override
    TokenUser user(String name) {
      return carolAt(name.equals("alice") ? "/mcp/north" : "/mcp");
    }
  }
}
