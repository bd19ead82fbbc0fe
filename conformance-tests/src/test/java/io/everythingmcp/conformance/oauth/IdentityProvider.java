package io.everythingmcp.conformance.oauth;

import static org.awaitility.Awaitility.await;

import io.everythingmcp.conformance.harness.FreePort;
import io.everythingmcp.conformance.harness.RawClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A provider that is another process: the jar of the fake one, alone. */
public final class IdentityProvider implements AutoCloseable {
  private final Process process;
  private final URI issuer;

  private IdentityProvider(Process process, URI issuer) {
    this.process = process;
    this.issuer = issuer;
  }

  /** Starts one that knows a client {@code us} with the secret {@code our-secret}. */
  public static IdentityProvider start(String redirectUri) {
    int port = FreePort.find();
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                "../fake-upstream-idp/target/fake-upstream-idp.jar",
                "--port",
                Integer.toString(port),
                "--client",
                "us:our-secret",
                "--redirect-uri",
                redirectUri));
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      IdentityProvider provider =
          new IdentityProvider(builder.start(), URI.create("http://localhost:" + port));
      await().atMost(Duration.ofSeconds(30)).until(provider::listens);
      return provider;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean listens() {
    try {
      return new RawClient(issuer).request("GET", "/jwks").send().status() == 200;
    } catch (AssertionError notYet) {
      return false;
    }
  }

  public URI issuer() {
    return issuer;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
