package io.everythingmcp.idp.server;

import io.everythingmcp.idp.model.IdpSettings;
import io.everythingmcp.idp.model.IdpUser;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.util.stream.Collectors;

/** Runs a provider from the command line. */
public final class FakeIdpMain {
  private static final int WRONG_USE = 2;
  private static final int FAILED = 1;

  /** Setting of the JDK: seconds in which a request must be complete, its body included. */
  private static final String REQUEST_TIME = "sun.net.httpserver.maxReqTime";

  private FakeIdpMain() {}

  /** Serves until the process is ended. */
  public static void main(String[] args) {
    FakeIdpOptions options;
    try {
      options = FakeIdpOptions.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + ". See --help.");
      System.exit(WRONG_USE);
      return;
    }
    if (options.help()) {
      System.out.print(FakeIdpOptions.HELP);
      return;
    }
    if (System.getProperty(REQUEST_TIME) == null) {
      // A request that is never completed would occupy one of the threads.
      System.setProperty(REQUEST_TIME, "5");
    }
    try {
      InetSocketAddress address = new InetSocketAddress(options.host(), options.port());
      introduce(FakeIdpServer.start(address, options::settings), System.out);
    } catch (IOException e) {
      System.err.println(
          "Cannot listen on " + options.host() + ":" + options.port() + ": " + e.getMessage());
      System.exit(FAILED);
    }
  }

  private static void introduce(FakeIdpServer server, PrintStream out) {
    IdpSettings settings = server.idp().settings();
    out.println(
        "Fake identity provider, for development and tests: users log in without a password.");
    out.println("  issuer    " + settings.issuer());
    out.println("  discovery " + settings.at("/.well-known/openid-configuration"));
    settings.clients().forEach(client -> out.println("  client    " + client.id()));
    out.println(
        "  users     "
            + settings.users().stream().map(IdpUser::subject).collect(Collectors.joining(", ")));
    out.println("Listening on port " + server.port() + ". End with Ctrl-C.");
  }
}
