package io.everythingmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.testing.DropwizardTestSupport;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.everything.EverythingApplication;
import io.everythingmcp.server.assembly.PerTokenSettings;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.transport.http.CallerSource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Custom tenant resolvers and request filters. */
class TenantHooksTest {
  private static final String TOKEN = "token-of-the-east-0123";

  private final List<String> seen = new CopyOnWriteArrayList<>();
  private DropwizardTestSupport<McpConfiguration> server;
  private String url;

  /** Server with a resolver that reads a header, and a filter that rejects one region. */
  private final class OwnRules extends Application<McpConfiguration> {
    @Override
    public void initialize(Bootstrap<McpConfiguration> bootstrap) {
      McpBundle mcp = new McpBundle(EverythingApplication.server().settings().factory());
      bootstrap.addBundle(mcp);
      bootstrap.addBundle(
          new TenantBundle(mcp)
              .resolver((request, caller) -> region(request))
              .requestFilter(
                  (request, response, chain) -> {
                    CallerIdentity caller = CallerSource.of((HttpServletRequest) request);
                    seen.add(caller.tenant().orElse("none"));
                    if (caller.tenant().filter("west"::equals).isPresent()) {
                      ((HttpServletResponse) response).setStatus(418);
                    } else {
                      chain.doFilter(request, response);
                    }
                  }));
    }

    @Override
    public void run(McpConfiguration configuration, Environment environment) {
      // Everything is installed by the bundles.
    }
  }

  private static Optional<String> region(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("X-Region"));
  }

  @BeforeEach
  void start() throws Exception {
    PerTokenSettings settings = new PerTokenSettings();
    int port = settings.choosePort();
    McpConfiguration configuration = settings.configuration(port);
    configuration.getTenants().setDefaultServer(true);
    YAMLMapper yaml = new YAMLMapper();
    configuration
        .getTenants()
        .setDeclared(
            List.of(
                (ObjectNode) yaml.readTree("{id: east, name: East, tokens: [" + TOKEN + "]}"),
                (ObjectNode) yaml.readTree("{id: west, name: West}")));
    server =
        new DropwizardTestSupport<>(OwnRules.class, configuration) {
          @Override
          public Application<McpConfiguration> newApplication() {
            return new OwnRules();
          }
        };
    server.before();
    url = "http://127.0.0.1:" + port + "/mcp";
  }

  @AfterEach
  void stop() {
    server.after();
  }

  @Test
  void customResolverPrecedesOthers() {
    assertThat(new BearerClient(url, "").in("X-Region", "east").open()).isEqualTo("East 1.0.0");
    assertThat(new BearerClient(url, TOKEN).open()).isEqualTo("East 1.0.0");
    assertThat(new BearerClient(url, "").open()).startsWith("everything-server ");
  }

  @Test
  void unknownTenantOfAResolverIsNotFound() {
    assertThat(new BearerClient(url, "").in("X-Region", "north").status()).isEqualTo(404);
  }

  @Test
  void filterReceivesCallerAndTenant() {
    assertThat(new BearerClient(url, TOKEN).in("X-Region", "west").status()).isEqualTo(418);
    new BearerClient(url, TOKEN).open();
    new BearerClient(url, "").open();
    assertThat(seen).containsExactly("west", "east", "none");
  }
}
