package io.everythingmcp.conformance.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.NightlyRun;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More registrations than are kept: existing clients can still log in, others are rejected. */
class RegistrationFloodIT {
  /** The limit of pending registrations; its default in a nightly build. */
  private static final int MANY = (int) NightlyRun.choose(1_000, 10_000);

  private static final int AT_ONCE = 8;

  /** Returns the number of responses per status. */
  private static Map<Integer, Integer> flood(ServerProcess server, int requests)
      throws InterruptedException, ExecutionException {
    ExecutorService users = Executors.newFixedThreadPool(AT_ONCE);
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(server.uri().resolve("/register"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"redirect_uris\":[\"" + OAuthApplication.REDIRECT + "\"]}"))
            .build();
    try {
      Callable<Integer> one = () -> client.send(request, BodyHandlers.discarding()).statusCode();
      Map<Integer, Integer> counts = new TreeMap<>();
      for (Future<Integer> status :
          users.invokeAll(IntStream.range(0, requests).mapToObj(i -> one).toList())) {
        counts.merge(status.get(), 1, Integer::sum);
      }
      return counts;
    } finally {
      users.shutdownNow();
    }
  }

  private static void assertCanLogIn(OAuthApplication application, ServerProcess server) {
    FormBrowser browser = new FormBrowser(server.uri());
    Map<String, String> answer = application.authorize(browser, "alice", application.parameters());
    RawResponse tokens = application.redeem(answer.get("code"));
    assertThat(tokens.status()).as(tokens.toString()).isEqualTo(200);
  }

  @Test
  void oneAddressIsRateLimited() throws Exception {
    try (ServerProcess server = ServerLaunch.with("AUTH_MODE", "integrated").start()) {
      OAuthApplication before = OAuthApplication.registerNew(server.uri());
      long begun = System.nanoTime();
      Map<Integer, Integer> counts = flood(server, MANY);
      long seconds = (System.nanoTime() - begun) / 1_000_000_000 + 1;
      assertThat(counts.keySet()).containsOnly(201, 429);
      assertThat((long) counts.get(201)).isLessThanOrEqualTo(60 + seconds);
      assertCanLogIn(before, server);
    }
  }

  @Test
  void manyAddressesFillOnlyThePendingRegistrations() throws Exception {
    try (ServerProcess server =
        ServerLaunch.with("AUTH_MODE", "integrated")
            .jvm(
                "-Ddw.limits.rate.register=off", "-Ddw.auth.server.maxPendingRegistrations=" + MANY)
            .start()) {
      OAuthApplication before = OAuthApplication.registerNew(server.uri());
      Map<Integer, Integer> counts = flood(server, MANY + 500);
      assertThat(counts.keySet()).containsOnly(201, 503);
      assertThat(counts.get(201)).isLessThanOrEqualTo(MANY);
      assertCanLogIn(before, server);
    }
  }
}
