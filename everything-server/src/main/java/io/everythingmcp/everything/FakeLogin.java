package io.everythingmcp.everything;

import io.everythingmcp.idp.FakeIdp;
import io.everythingmcp.idp.model.IdpClient;
import io.everythingmcp.idp.model.IdpSettings;
import io.everythingmcp.idp.model.IdpUser;
import io.everythingmcp.idp.nimbus.InProcessTransport;
import io.everythingmcp.idp.servlet.FakeIdpServlet;
import io.everythingmcp.idp.state.IdpState;
import io.everythingmcp.server.authserver.EmbeddedIdentityProvider;
import java.util.List;

/** Users log in at the fake identity provider without a password: for development only. */
final class FakeLogin implements EmbeddedIdentityProvider {
  @Override
  public Endpoints create(Settings settings) {
    List<IdpUser> users =
        settings.users().stream()
            .map(user -> new IdpUser(user.id(), user.name(), user.email()))
            .toList();
    IdpSettings usual =
        IdpSettings.of(settings.issuer())
            .withClients(IdpClient.open(settings.clientId(), settings.redirectUri().toString()));
    ProviderState state = settings.state();
    FakeIdp idp =
        new FakeIdp(
            users.isEmpty() ? usual : usual.withUsers(users),
            IdpState.of(state::put, state::putIfAbsent, state::get, state::take));
    InProcessTransport inProcess = new InProcessTransport(idp);
    return new Endpoints(new FakeIdpServlet(idp), inProcess, inProcess);
  }
}
