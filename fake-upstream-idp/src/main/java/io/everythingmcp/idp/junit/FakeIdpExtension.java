package io.everythingmcp.idp.junit;

import io.everythingmcp.idp.model.IdpSettings;
import io.everythingmcp.idp.script.IdpScript;
import io.everythingmcp.idp.server.FakeIdpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A provider for the tests of a class, on a free port; its script is reset before each test.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final FakeIdpExtension IDP =
 *     new FakeIdpExtension(s -> s.withClients(IdpClient.confidential("app", "secret", CALLBACK)));
 *
 * @Test
 * void refusedLoginIsRejected() {
 *   IDP.script().nextLoginRefused();
 *   …
 * }
 * }</pre>
 */
public final class FakeIdpExtension
    implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  private final UnaryOperator<IdpSettings> settings;
  private FakeIdpServer server;

  /**
   * Creates an extension.
   *
   * @param settings changes the default settings, which have the correct issuer
   */
  public FakeIdpExtension(UnaryOperator<IdpSettings> settings) {
    this.settings = settings;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try {
      server = FakeIdpServer.start(anyPort, issuer -> settings.apply(IdpSettings.of(issuer)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    script().reset();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    server.close();
  }

  /** The address of the provider. */
  public URI issuer() {
    return server.idp().settings().issuer();
  }

  /** Returns the script of the next responses. */
  public IdpScript script() {
    return server.idp().script();
  }

  /** Returns the server. */
  public FakeIdpServer server() {
    return server;
  }
}
