package io.everythingmcp.server.web;

import io.everythingmcp.server.configuration.AuthConfiguration;
import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.AuthModes;
import io.everythingmcp.server.configuration.McpConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Instructions about the required credential, for the home page.
 *
 * @param modes the accepted modes, the main one first
 * @param minted whether the command {@code mint-jwt} creates tokens for this server
 * @param jar the runnable jar of the application
 */
record AccessInstructions(List<Mode> modes, boolean minted, String jar) {
  private static final String OAUTH =
      "A client without a credential discovers the authorization server, and opens a browser for"
          + " the login.";
  private static final Map<Mode, String> NOTES =
      Map.of(
          Mode.NONE, "Authentication is off: anyone who can reach this address has full access.",
          Mode.INTEGRATED, OAUTH,
          Mode.OAUTH2, OAUTH,
          Mode.SEPARATE, OAUTH,
          Mode.JWT, "A signed token is sent in the header Authorization, after the word Bearer.",
          Mode.API_KEY, "A key is sent in the header X-API-Key.",
          Mode.CUSTOM, "A bearer token is sent, which a class of the operator verifies.");

  static AccessInstructions of(AuthConfiguration auth) {
    return of(AuthModes.of(auth), auth);
  }

  /**
   * Returns the instructions for the endpoint at a path; a mounted server may have its own modes.
   */
  static AccessInstructions of(McpConfiguration configuration, String path) {
    AuthConfiguration auth = configuration.getAuth();
    return configuration.getMounts().stream()
        .filter(mount -> mount.getPath().equals(path))
        .findFirst()
        .map(mount -> of(AuthModes.of(mount, auth), auth))
        .orElseGet(() -> of(auth));
  }

  private static AccessInstructions of(AuthModes modes, AuthConfiguration auth) {
    return new AccessInstructions(
        modes.all(), !auth.getJwt().getSecret().isEmpty(), RunningJar.path());
  }

  /** How each mode is used. */
  String note() {
    List<String> notes = new ArrayList<>(modes.stream().map(NOTES::get).distinct().toList());
    if (modes.contains(Mode.JWT) && minted) {
      notes.add("The command mint-jwt of the jar prints one.");
    }
    return String.join(" ", notes);
  }

  /** Whether a client finds out by itself how to get a credential. */
  private boolean discovers() {
    return modes.contains(Mode.NONE)
        || modes.stream().anyMatch(mode -> NOTES.get(mode).equals(OAUTH));
  }

  /**
   * Returns the header with a credential that a user must configure in a client; empty if none is
   * required.
   */
  String header() {
    if (discovers()) {
      return "";
    }
    return modes.get(0) == Mode.API_KEY
        ? "X-API-Key: YOUR_KEY"
        : "Authorization: Bearer YOUR_TOKEN";
  }

  /** Returns the curl option for the credential in a shell variable; empty if none is required. */
  String option() {
    return switch (modes.get(0)) {
      case NONE -> "";
      case API_KEY -> "-H \"X-API-Key: $API_KEY\"";
      default -> "-H \"Authorization: Bearer $TOKEN\"";
    };
  }

  /** How that variable gets its value; empty where none is needed. */
  String assignment() {
    return switch (modes.get(0)) {
      case NONE -> "";
      case API_KEY -> "API_KEY='one of API_KEYS'";
      case INTEGRATED, SEPARATE -> "TOKEN=$(java -jar " + jar + " token config.yml)";
      case JWT ->
          minted
              ? "TOKEN=$(java -jar " + jar + " mint-jwt config.yml --subject alice)"
              : "TOKEN='a token of the configured issuer'";
      case OAUTH2, CUSTOM -> "TOKEN='an access token'";
    };
  }
}
