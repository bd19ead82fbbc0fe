package io.everythingmcp.conformance.oauth;

import static org.awaitility.Awaitility.await;

import io.everythingmcp.conformance.harness.ChildProcesses;
import io.everythingmcp.conformance.harness.FreePort;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.ServerLaunch;
import java.net.URI;
import java.util.List;

/** Identity provider in a separate process: the standalone jar of the fake identity provider. */
public final class IdentityProvider implements AutoCloseable {
  private final Process process;
  private final URI issuer;

  private IdentityProvider(Process process, URI issuer) {
    this.process = process;
    this.issuer = issuer;
  }

  /** Starts a provider with a client {@code us} and the secret {@code our-secret}. */
  public static IdentityProvider start(String redirectUri) {
    int port = FreePort.find();
    List<String> command = ServerLaunch.java();
    command.addAll(
        List.of(
            "-jar",
            "../fake-upstream-idp/target/fake-upstream-idp.jar",
            "--port",
            Integer.toString(port),
            "--client",
            "us:our-secret",
            "--redirect-uri",
            redirectUri));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    IdentityProvider provider =
        new IdentityProvider(ChildProcesses.start(builder), URI.create("http://localhost:" + port));
    await().until(provider::isListening);
    return provider;
  }

  private boolean isListening() {
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
