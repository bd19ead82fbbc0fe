package io.everythingmcp.conformance.browser;

import io.everythingmcp.conformance.harness.SharedServer;
import java.net.URI;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Server with login and the site of a client. */
final class SignInSite implements BeforeAllCallback, AfterAllCallback {
  private final SharedServer server;
  private AttackerSite site;

  SignInSite(SharedServer server) {
    this.server = server;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    site = new AttackerSite();
    site.page("/callback", "<title>Client</title><h1>Back at the client</h1>");
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (site != null) {
      site.close();
    }
  }

  /** Returns the site of the client. */
  AttackerSite site() {
    return site;
  }

  /** Returns the issuer. */
  URI issuer() {
    return server.uri();
  }

  /** Registers a new client with that name. */
  ClientApp client(String name) {
    return ClientApp.register(server.client(), server.uri(), name, site.uri("/callback"));
  }
}
