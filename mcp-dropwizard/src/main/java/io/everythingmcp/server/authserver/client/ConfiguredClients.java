package io.everythingmcp.server.authserver.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Clients that the operator of this server wrote down. */
public final class ConfiguredClients implements ClientSource {
  private final Map<String, OAuthClient> clients;

  /** These. */
  public ConfiguredClients(List<OAuthClient> clients) {
    this.clients =
        clients.stream()
            .collect(Collectors.toUnmodifiableMap(OAuthClient::id, Function.identity()));
  }

  @Override
  public Optional<OAuthClient> find(String id) {
    return Optional.ofNullable(clients.get(id));
  }
}
