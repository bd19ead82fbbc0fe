package io.everythingmcp.idp.model;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of a provider.
 *
 * @param issuer the issuer URL, without a slash at the end; the endpoints are below its path
 * @param users the users on the login page; the first is selected
 * @param clients the registered clients
 * @param algorithm of ID tokens: RS256 or ES256
 * @param codeLife the lifetime of authorization codes, 1 second to 10 minutes
 * @param tokenLife the lifetime of ID tokens and access tokens
 * @param control whether {@code POST /control/…} is enabled
 */
public record IdpSettings(
    URI issuer,
    List<IdpUser> users,
    List<IdpClient> clients,
    JWSAlgorithm algorithm,
    Duration codeLife,
    Duration tokenLife,
    boolean control) {
  public IdpSettings {
    users = List.copyOf(users);
    clients = List.copyOf(clients);
    require(
        Set.of("http", "https").contains(String.valueOf(issuer.getScheme()))
            && issuer.getHost() != null
            && issuer.getRawQuery() == null
            && issuer.getRawFragment() == null
            && !issuer.toString().endsWith("/"),
        "The issuer must be an http or https URL without query and trailing slash, not " + issuer);
    require(!users.isEmpty(), "At least one user is required");
    require(
        users.stream().map(IdpUser::subject).distinct().count() == users.size(),
        "Two users have the same subject");
    require(
        clients.stream().map(IdpClient::id).distinct().count() == clients.size(),
        "Two clients have the same id");
    require(
        Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256).contains(algorithm),
        "The algorithm must be RS256 or ES256, not " + algorithm);
    require(
        codeLife.compareTo(Duration.ofSeconds(1)) >= 0
            && codeLife.compareTo(Duration.ofMinutes(10)) <= 0,
        "codeLife must be between 1 second and 10 minutes, not " + codeLife);
    require(tokenLife.toSeconds() >= 1, "tokenLife must be at least 1 second, not " + tokenLife);
  }

  private static void require(boolean right, String message) {
    if (!right) {
      throw new IllegalArgumentException(message);
    }
  }

  /** Default users, no client, RS256, codes valid for 1 minute, tokens for 10, no control. */
  public static IdpSettings of(URI issuer) {
    return new IdpSettings(
        issuer,
        IdpUser.defaults(),
        List.of(),
        JWSAlgorithm.RS256,
        Duration.ofMinutes(1),
        Duration.ofMinutes(10),
        false);
  }

  /** The address of an endpoint. */
  public URI at(String path) {
    return URI.create(issuer + path);
  }

  /** A user by subject. */
  public Optional<IdpUser> user(String subject) {
    return users.stream().filter(user -> user.subject().equals(subject)).findFirst();
  }

  /** A client by id. */
  public Optional<IdpClient> client(String id) {
    return clients.stream().filter(client -> client.id().equals(id)).findFirst();
  }

  public IdpSettings withUsers(List<IdpUser> others) {
    return new IdpSettings(issuer, others, clients, algorithm, codeLife, tokenLife, control);
  }

  public IdpSettings withClients(IdpClient... others) {
    return new IdpSettings(issuer, users, List.of(others), algorithm, codeLife, tokenLife, control);
  }

  public IdpSettings withAlgorithm(JWSAlgorithm other) {
    return new IdpSettings(issuer, users, clients, other, codeLife, tokenLife, control);
  }

  public IdpSettings withLives(Duration code, Duration token) {
    return new IdpSettings(issuer, users, clients, algorithm, code, token, control);
  }

  public IdpSettings withControl(boolean on) {
    return new IdpSettings(issuer, users, clients, algorithm, codeLife, tokenLife, on);
  }
}
