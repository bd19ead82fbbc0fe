package io.everythingmcp.check.record;

import io.everythingmcp.check.journal.EndpointKind;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A parsed path within a run.
 *
 * @param run the id of the run as it was sent
 * @param server the server of the run that responds: the first authorization server and the MCP
 *     endpoint are {@code main}, the second authorization server is {@code as2}
 * @param kind the kind of endpoint
 * @param inner the path within that server
 */
public record RunPath(String run, String server, EndpointKind kind, String inner) {
  /** The servers of a run. */
  public static final String MAIN = "main";

  /** The second authorization server of a run, and what accepts its tokens. */
  public static final String SECOND = "as2";

  private static final Pattern DOCUMENT =
      Pattern.compile(
          "/\\.well-known/(oauth-protected-resource|oauth-authorization-server"
              + "|openid-configuration)/(?:.*/)?check/runs/([^/]+)(/[^?]*)?");
  private static final Pattern TRAFFIC =
      Pattern.compile("/check/runs/([^/]+)/(mcp|sse|message|metadata|canary|as2?)(/.*)?");
  private static final Map<String, EndpointKind> ENDPOINTS =
      Map.of(
          "authorize", EndpointKind.AUTHORIZE,
          "par", EndpointKind.PUSHED_AUTHORIZATION,
          "token", EndpointKind.TOKEN,
          "register", EndpointKind.REGISTER,
          "revoke", EndpointKind.REVOKE,
          "login", EndpointKind.LOGIN,
          "fakeupstreamauth", EndpointKind.LOGIN);

  /** Parses a path; empty if it is not a path for a client or its user. */
  public static Optional<RunPath> of(String path) {
    if (path.startsWith("/.well-known/")) {
      return document(path);
    }
    Matcher traffic = TRAFFIC.matcher(path);
    return traffic.matches()
        ? Optional.of(traffic(path, traffic.group(1), traffic.group(2), traffic.group(3)))
        : Optional.empty();
  }

  private static Optional<RunPath> document(String path) {
    Matcher matcher = DOCUMENT.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean resource = matcher.group(1).equals("oauth-protected-resource");
    String rest = matcher.group(3) == null ? "" : matcher.group(3);
    return Optional.of(
        new RunPath(
            matcher.group(2),
            rest.startsWith("/as2") ? SECOND : MAIN,
            resource ? EndpointKind.RESOURCE_METADATA : EndpointKind.AUTHORIZATION_METADATA,
            path));
  }

  private static RunPath traffic(String path, String run, String first, String found) {
    String rest = found == null ? "" : found;
    if (rest.startsWith("/.well-known/") && !first.startsWith("as")) {
      // The last location of the metadata of an issuer that has the URL of the endpoint.
      return new RunPath(run, MAIN, EndpointKind.AUTHORIZATION_METADATA, path);
    }
    return switch (first) {
      case "mcp" -> new RunPath(run, MAIN, EndpointKind.MCP, "/mcp" + rest);
      case "sse" -> new RunPath(run, MAIN, EndpointKind.SSE, "/sse" + rest);
      case "message" -> new RunPath(run, MAIN, EndpointKind.MESSAGE, "/message" + rest);
      case "metadata" ->
          new RunPath(
              run,
              MAIN,
              EndpointKind.RESOURCE_METADATA,
              "/.well-known/oauth-protected-resource/mcp");
      case "canary" -> new RunPath(run, MAIN, EndpointKind.CANARY, "/canary" + rest);
      default -> authorization(path, run, first.equals("as") ? MAIN : SECOND, rest);
    };
  }

  private static RunPath authorization(String path, String run, String server, String rest) {
    if (rest.startsWith("/.well-known/")) {
      return new RunPath(run, server, EndpointKind.AUTHORIZATION_METADATA, path);
    }
    return new RunPath(run, server, kind(rest), rest);
  }

  private static EndpointKind kind(String rest) {
    String plain = rest.startsWith("/oauth/") ? rest.substring("/oauth".length()) : rest;
    if (plain.equals("/authorize/consent")) {
      return EndpointKind.CONSENT;
    }
    String[] names = plain.split("/", 3);
    return names.length < 2
        ? EndpointKind.OTHER
        : ENDPOINTS.getOrDefault(names[1], EndpointKind.OTHER);
  }

  /** Whether it is a style sheet or an image of a login page, which no run records. */
  public boolean decoration() {
    return kind == EndpointKind.OTHER && inner.matches("/[a-z]+\\.(css|js|svg)");
  }
}
