package io.everythingmcp.server.auth.server.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.everythingmcp.server.auth.server.endpoint.Refusal;
import io.everythingmcp.server.store.Store;
import io.everythingmcp.server.store.memory.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegisteredClientsTest {
  private final Store store = new MemoryStore();
  private final RegisteredClients clients = new RegisteredClients(store, Duration.ofDays(30), 3);

  private static Client client(String id) {
    return new Client(
        id,
        "",
        Client.Origin.REGISTERED,
        List.of("https://app.example/cb"),
        "none",
        "",
        List.of(),
        Set.of(),
        "",
        "");
  }

  @Test
  void thereIsALimitOnThoseThatNobodyHasLetIn() throws Exception {
    clients.add(client("one"));
    clients.add(client("two"));
    clients.add(client("three"));
    assertThatThrownBy(() -> clients.add(client("four")))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.error().getHTTPStatusCode()).isEqualTo(503));
    clients.used(client("two"));
    clients.add(client("four"));
    assertThat(clients.find("two")).isPresent();
    assertThat(clients.find("four")).isPresent();
  }

  @Test
  void thoseThatHaveWaitedLongEnoughMakeRoom() throws Exception {
    clients.add(client("one"));
    clients.add(client("two"));
    clients.add(client("three"));
    store.members().add("auth:clients:waiting", "one", Duration.ZERO);
    clients.add(client("four"));
    assertThat(clients.find("one")).isEmpty();
    assertThat(clients.find("two")).isPresent();
    assertThat(clients.find("four")).isPresent();
  }
}
