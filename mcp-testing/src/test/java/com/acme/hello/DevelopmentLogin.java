package com.acme.hello;

import io.everythingmcp.idp.FakeIdp;
import io.everythingmcp.idp.model.IdpClient;
import io.everythingmcp.idp.model.IdpSettings;
import io.everythingmcp.idp.nimbus.InProcessTransport;
import io.everythingmcp.idp.servlet.FakeIdpServlet;
import io.everythingmcp.idp.state.IdpState;
import io.everythingmcp.server.authserver.EmbeddedIdentityProvider;

/** Users log in without a password, for development. In production AUTH_MODE names a provider. */
public final class DevelopmentLogin implements EmbeddedIdentityProvider {
  @Override
  public Endpoints create(Settings settings) {
    IdpClient client = IdpClient.open(settings.clientId(), settings.redirectUri().toString());
    ProviderState state = settings.state();
    FakeIdp provider =
        new FakeIdp(
            IdpSettings.of(settings.issuer()).withClients(client),
            IdpState.of(state::put, state::putIfAbsent, state::get, state::take));
    InProcessTransport transport = new InProcessTransport(provider);
    return new Endpoints(new FakeIdpServlet(provider), transport, transport);
  }
}
