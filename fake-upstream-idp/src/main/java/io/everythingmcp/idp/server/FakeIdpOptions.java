package io.everythingmcp.idp.server;

import com.nimbusds.jose.JWSAlgorithm;
import io.everythingmcp.idp.model.IdpClient;
import io.everythingmcp.idp.model.IdpSettings;
import io.everythingmcp.idp.model.IdpUser;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options of the command line. */
final class FakeIdpOptions {
  static final String HELP =
      """
      A fake identity provider: OpenID Connect for development and tests, without passwords.

      Usage: java -jar fake-upstream-idp.jar [options]

        --port PORT           the port to listen on; 0 for any free port (default: 9090)
        --host ADDRESS        the address to listen on (default: 127.0.0.1)
        --issuer URL          the issuer URL, at which clients reach it
                              (default: http://localhost:PORT)
        --client ID[:SECRET]  the registered client; without a secret it must
                              use PKCE (default: everything-server:development-only)
        --redirect-uri URL    the redirect URI of that client; repeatable (default:
                              http://localhost:3232/fakeupstreamauth/redirect and
                              http://localhost:3232/oauth/callback)
        --require-pkce        refuse requests without PKCE from all clients
        --user ID:NAME:EMAIL  a user; repeatable (default: alice, bob, carol, dave)
        --algorithm NAME      signing algorithm of ID tokens: RS256 or ES256 (default: RS256)
        --control             enable POST /control/..., which scripts the next responses
        --help                this text

      The documentation is in docs/operate/fake-idp.md.
      """;

  private static final Set<String> FLAGS = Set.of("--require-pkce", "--control", "--help");
  private static final Set<String> ONCE =
      Set.of("--port", "--host", "--issuer", "--client", "--algorithm");
  private static final Set<String> OFTEN = Set.of("--redirect-uri", "--user");

  private final Map<String, List<String>> values = new HashMap<>();

  private FakeIdpOptions() {}

  /**
   * Parses the arguments.
   *
   * @throws IllegalArgumentException with a message for the user of the command line
   */
  static FakeIdpOptions parse(String... args) {
    FakeIdpOptions options = new FakeIdpOptions();
    for (int i = 0; i < args.length; i++) {
      String name = args[i];
      List<String> values = options.values.computeIfAbsent(name, key -> new ArrayList<>());
      if (FLAGS.contains(name)) {
        continue;
      }
      if (!ONCE.contains(name) && !OFTEN.contains(name)) {
        throw new IllegalArgumentException("Unknown option " + name);
      }
      if (i + 1 == args.length) {
        throw new IllegalArgumentException(name + " requires a value");
      }
      if (ONCE.contains(name) && !values.isEmpty()) {
        throw new IllegalArgumentException(name + " must not be repeated");
      }
      values.add(args[++i]);
    }
    options.port();
    options.settings(URI.create("http://localhost"));
    return options;
  }

  boolean help() {
    return values.containsKey("--help");
  }

  int port() {
    String text = one("--port").orElse("9090");
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new IllegalArgumentException("--port must be a number from 0 to 65535, not " + text);
    }
    return Integer.parseInt(text);
  }

  String host() {
    return one("--host").orElse("127.0.0.1");
  }

  IdpSettings settings(URI here) {
    URI issuer = one("--issuer").map(FakeIdpOptions::uri).orElse(here);
    IdpSettings settings =
        IdpSettings.of(issuer)
            .withClients(client())
            .withAlgorithm(JWSAlgorithm.parse(one("--algorithm").orElse("RS256")))
            .withControl(values.containsKey("--control"));
    List<IdpUser> users = all("--user").stream().map(FakeIdpOptions::user).toList();
    return settings.withUsers(users.isEmpty() ? settings.users() : users);
  }

  private IdpClient client() {
    String[] parts = one("--client").orElse("everything-server:development-only").split(":", 2);
    List<String> redirects = all("--redirect-uri");
    String[] uris =
        redirects.isEmpty()
            ? new String[] {
              "http://localhost:3232/fakeupstreamauth/redirect",
              "http://localhost:3232/oauth/callback"
            }
            : redirects.stream().distinct().toArray(String[]::new);
    IdpClient client =
        parts.length == 2
            ? IdpClient.confidential(parts[0], parts[1], uris)
            : IdpClient.open(parts[0], uris);
    return values.containsKey("--require-pkce") ? client.withPkceRequired() : client;
  }

  private static IdpUser user(String text) {
    String[] parts = text.split(":", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("--user must be ID:NAME:EMAIL, not " + text);
    }
    return new IdpUser(parts[0], parts[1], parts[2]);
  }

  private static URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Not a URL: " + text, e);
    }
  }

  private Optional<String> one(String name) {
    return all(name).stream().findFirst();
  }

  private List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }
}
