package io.everythingmcp.check.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.check.journal.CheckRunOptions;
import io.everythingmcp.check.journal.RunFacts;
import io.everythingmcp.check.run.CheckRunRegistry;
import io.everythingmcp.check.run.RunPresets;
import io.everythingmcp.check.run.RunServer;
import io.everythingmcp.check.run.RunServerSettings;
import io.everythingmcp.check.run.RunServers;
import io.everythingmcp.check.run.RunStore;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** Export of a run when the shared store becomes unavailable. */
class ExportEndpointTest {
  private static final String ID = "0123456789abcdef0123456789abcdef";

  /** Runs of which only the facts can be read. */
  private static final class PartlyAvailable implements RunServers {
    @Override
    public RunServer start(RunServerSettings settings) {
      throw new UnsupportedOperationException("no request is forwarded in this test");
    }

    @Override
    public Optional<RunStore> store() {
      RunFacts facts =
          new RunFacts(ID, "plain", 1, "http://localhost:1/mcp", List.of(), CheckRunOptions.NONE);
      return Optional.of(
          (RunStore)
              Proxy.newProxyInstance(
                  RunStore.class.getClassLoader(),
                  new Class<?>[] {RunStore.class},
                  (proxy, method, arguments) -> {
                    if (method.getName().equals("find")) {
                      return Optional.of(facts);
                    }
                    throw new RunStore.UnavailableException(new IOException("connection reset"));
                  }));
    }
  }

  @Test
  void exportThatCannotBeReadIsRefusedWith503() throws Exception {
    CheckRunRegistry runs =
        new CheckRunRegistry(
            "http://localhost:1", RunPresets.load(), new PartlyAvailable(), Clock.systemUTC());
    CheckInterface web =
        new CheckInterface(
            runs,
            runs.presets(),
            new CheckAccess("http://localhost:1", ""),
            new RunEndpoints(runs, new JournalJudge(), new CheckPages("/")));
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            web.handle(request, response, callback);
            return true;
          }
        });
    server.start();
    try {
      URI uri =
          URI.create(
              "http://127.0.0.1:" + connector.getLocalPort() + "/check/runs/" + ID + "/export");
      HttpResponse<String> response =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.headers().firstValue("Content-Disposition")).isEmpty();
      assertThat(response.body()).contains("store_unavailable");
    } finally {
      server.stop();
    }
  }
}
