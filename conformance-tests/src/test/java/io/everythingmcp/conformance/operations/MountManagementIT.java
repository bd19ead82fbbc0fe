package io.everythingmcp.conformance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.SharedServer;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Management of mounted servers: listing and ending their sessions. */
class MountManagementIT {
  private static final String KEYED = "/mcp/team/keyed";
  private static final String OPEN = "/mcp/brochure";

  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with(
          ServerLaunch.with("JWT_SECRET", "a-secret-of-thirty-two-bytes-or-more")
              .config("conformance-tests/src/test/resources/mounts.yml"));

  private final ManagementClient operator = new ManagementClient(SERVER.client());

  @BeforeEach
  void endAll() {
    for (String mount : List.of(KEYED, OPEN)) {
      sessions(mount).forEach(session -> endSession(session, mount));
    }
  }

  private RawResponse endSession(String session, String mount) {
    return operator.request("DELETE", "/sessions/" + session + "?tenant=" + mount).send();
  }

  private static String open(String mount) {
    return SERVER
        .client()
        .post(mount, JsonRpcMessages.initialize("2025-11-25", "{}"))
        .header("X-API-Key", "a-key-for-the-keyed-server")
        .send()
        .header("Mcp-Session-Id");
  }

  private static int ping(String mount, String session) {
    return SERVER
        .client()
        .post(mount, JsonRpcMessages.request(2, "ping"))
        .header("X-API-Key", "a-key-for-the-keyed-server")
        .header("Mcp-Session-Id", session)
        .header("MCP-Protocol-Version", "2025-11-25")
        .send()
        .status();
  }

  private List<String> sessions(String mount) {
    JsonNode found = operator.get("/sessions?tenant=" + mount).path("sessions");
    return StreamSupport.stream(found.spliterator(), false)
        .map(session -> session.path("id").asText())
        .toList();
  }

  @Test
  void eachMountHasItsSessions() {
    String keyed = open(KEYED);
    String free = open(OPEN);
    assertThat(sessions(KEYED)).containsExactly(keyed);
    assertThat(sessions(OPEN)).containsExactly(free);
    assertThat(operator.get("/sessions").toString()).doesNotContain(keyed).doesNotContain(free);
    assertThat(operator.get("/sessions/count?tenant=" + KEYED).path("count").asInt()).isEqualTo(1);

    assertThat(endSession(keyed, OPEN).status()).isEqualTo(404);
    assertThat(ping(KEYED, keyed)).isEqualTo(200);
    assertThat(endSession(keyed, KEYED).status()).isEqualTo(204);
    assertThat(ping(KEYED, keyed)).isEqualTo(404);
    assertThat(ping(OPEN, free)).isEqualTo(200);
  }

  @Test
  void sessionsOfAUserAreThoseOfTheMount() {
    String first = open(KEYED);
    String second = open(KEYED);
    String free = open(OPEN);
    JsonNode seen = operator.get("/sessions?tenant=" + KEYED).path("sessions");
    String all = "/users/" + seen.get(0).path("subject").asText() + "/sessions";
    assertThat(ended(all)).isZero();
    assertThat(ended(all + "?tenant=" + OPEN)).isZero();
    assertThat(ended(all + "?tenant=" + KEYED)).isEqualTo(2);
    assertThat(ping(KEYED, first)).isEqualTo(404);
    assertThat(ping(KEYED, second)).isEqualTo(404);
    assertThat(ping(OPEN, free)).isEqualTo(200);
  }

  private int ended(String path) {
    return operator.request("DELETE", path).send().json().path("ended").asInt(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown-id", "/mcp", "/mcp/nothing", "mcp.brochure"})
  void unknownMountIsNotFound(String name) {
    String whose = "?tenant=" + name;
    for (String list : List.of("/sessions", "/sessions/count")) {
      RawResponse response = operator.request("GET", list + whose).send();
      assertThat(response.status()).as(response.toString()).isEqualTo(404);
      assertThat(response.text()).contains("Unknown tenant id or mount path");
    }
    assertThat(operator.request("DELETE", "/users/alice/sessions" + whose).send().status())
        .isEqualTo(404);
    assertThat(operator.send("POST", "/cleanup" + whose, "").status()).isEqualTo(404);
  }
}
