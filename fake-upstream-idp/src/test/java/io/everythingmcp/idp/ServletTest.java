package io.everythingmcp.idp;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import io.everythingmcp.idp.model.IdpSettings;
import io.everythingmcp.idp.script.IdpRoute;
import io.everythingmcp.idp.servlet.FakeIdpServlet;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The provider below a path of a servlet container. */
class ServletTest {
  private final Server jetty = new Server();
  private final LoginBrowser browser = new LoginBrowser();
  private FakeIdp idp;
  private URI issuer;

  @BeforeEach
  void mount() throws Exception {
    ServerConnector connector = new ServerConnector(jetty);
    connector.setHost("localhost");
    connector.open();
    jetty.addConnector(connector);
    issuer = URI.create("http://localhost:" + connector.getLocalPort() + "/fakeupstreamauth");
    idp = new FakeIdp(IdpSettings.of(issuer).withClients(NimbusApplication.registered()));
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new FakeIdpServlet(idp), "/fakeupstreamauth/*");
    jetty.setHandler(context);
    jetty.start();
  }

  @AfterEach
  void stop() throws Exception {
    jetty.stop();
  }

  @Test
  void loginWorksBelowThePath() throws Exception {
    NimbusApplication app = new NimbusApplication(issuer);
    HttpResponse<String> back =
        browser.submit(
            browser.open(app.login()), Map.of("user", "new", "name", "Ü", "email", "u@e"));
    assertThat(
            app.verify(app.tokens(NimbusApplication.code(back)), JWSAlgorithm.RS256)
                .getStringClaim("name"))
        .isEqualTo("Ü");
  }

  @Test
  void unknownPathIsNotFoundAndLongBodyIsNotRead() {
    assertThat(browser.open(issuer).statusCode()).isEqualTo(404);
    assertThat(browser.open(URI.create(issuer + "/else")).body()).contains("<h1>");
    Map<String, String> tooLong = Map.of("state", "x".repeat(70_000));
    assertThat(browser.post(URI.create(issuer + "/authorize"), tooLong).statusCode())
        .isEqualTo(413);
    HttpResponse<String> head =
        browser.send(
            HttpRequest.newBuilder(URI.create(issuer + "/jwks"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void slowResponseIsDelayed() {
    idp.script().slow(IdpRoute.JWKS, Duration.ofMillis(300));
    long before = System.nanoTime();
    assertThat(browser.open(URI.create(issuer + "/jwks")).statusCode()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(290));
  }
}
