package io.everythingmcp.server.authserver.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.store.memory.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegisteredClientsTest {
  private final StateStore store = new MemoryStore();
  private final RegisteredClients clients = new RegisteredClients(store, Duration.ofDays(30), 3);

  private static OAuthClient client(String id) {
    return new OAuthClient(
        id,
        "",
        OAuthClient.Origin.REGISTERED,
        List.of("https://app.example/cb"),
        "none",
        "",
        List.of(),
        Set.of(),
        "",
        "");
  }

  @Test
  void unapprovedRegistrationsAreLimited() throws Exception {
    clients.add(client("one"), "192.0.2.1");
    clients.add(client("two"), "192.0.2.1");
    clients.add(client("three"), "192.0.2.1");
    assertThatThrownBy(() -> clients.add(client("four"), "192.0.2.1"))
        .isInstanceOfSatisfying(
            OAuthException.class,
            refusal -> assertThat(refusal.error().getHTTPStatusCode()).isEqualTo(503));
    clients.used(client("two"));
    clients.add(client("four"), "192.0.2.1");
    assertThat(clients.find("two")).isPresent();
    assertThat(clients.find("four")).isPresent();
  }

  @Test
  void expiredRegistrationsAreEvicted() throws Exception {
    clients.add(client("one"), "192.0.2.1");
    clients.add(client("two"), "192.0.2.1");
    clients.add(client("three"), "192.0.2.1");
    store.members().add("auth:clients:waiting", "one", Duration.ZERO);
    store.members().add("auth:clients:waiting:192.0.2.1", "one", Duration.ZERO);
    clients.add(client("four"), "192.0.2.1");
    assertThat(clients.find("one")).isEmpty();
    assertThat(clients.find("two")).isPresent();
    assertThat(clients.find("four")).isPresent();
  }

  @Test
  void registrationsOfAnotherAddressAreEvictedAtTheLimit() throws Exception {
    clients.add(client("one"), "192.0.2.1");
    clients.add(client("two"), "192.0.2.1");
    clients.add(client("three"), "192.0.2.1");
    clients.add(client("four"), "198.51.100.1");
    assertThat(clients.find("one")).isEmpty();
    assertThat(clients.find("three")).isPresent();
    assertThat(clients.find("four")).isPresent();
  }

  @Test
  void ipv6NetworkIsOneAddress() throws Exception {
    RegisteredClients four = new RegisteredClients(store, Duration.ofDays(30), 4);
    four.add(client("one"), "2001:db8::1");
    four.add(client("two"), "[2001:db8:0:0:1::1]");
    four.add(client("three"), "2001:db8::3");
    assertThatThrownBy(() -> four.add(client("four"), "2001:db8:0:0:ffff::9"))
        .isInstanceOf(OAuthException.class);
    four.add(client("five"), "2001:db8:0:1::1");
    assertThat(four.find("five")).isPresent();
  }
}
