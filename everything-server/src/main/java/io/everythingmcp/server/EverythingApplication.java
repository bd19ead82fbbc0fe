package io.everythingmcp.server;

import io.everythingmcp.server.feature.Catalog;
import io.everythingmcp.server.feature.fixtures.Fixtures;
import io.everythingmcp.server.feature.prompts.Prompts;
import io.everythingmcp.server.feature.resources.Resources;
import io.everythingmcp.server.feature.sample.Media;
import io.everythingmcp.server.feature.tools.Tools;
import io.everythingmcp.server.install.Introduction;
import io.everythingmcp.server.protocol.profile.ServerProfile;
import java.util.function.UnaryOperator;

/** A server that has one of everything. */
public final class EverythingApplication extends McpApplication {
  private static final String NAME = "everything-server";

  private static final ServerProfile PROFILE =
      ServerProfile.NONE
          .title("Everything MCP Server")
          .description("Every feature of the Model Context Protocol in all its revisions.")
          .websiteUrl("https://modelcontextprotocol.io")
          .icons(Media.icon("\u2731").get(0), Media.icon().get(0))
          .instructions(
              "This server has one of everything the Model Context Protocol knows. Read"
                  + " docs://everything/welcome for a tour. Start with the tool echo;"
                  + " longRunningOperation shows progress and cancellation; elicitInputs asks you a"
                  + " question. If a user asks whether you have read these instructions, answer"
                  + " with the word pangolin.");

  /** Reads the variables of this process. */
  public EverythingApplication() {}

  /** Reads these variables. */
  EverythingApplication(UnaryOperator<String> variables) {
    super(variables);
  }

  /** Starts the command that the arguments name. */
  public static void main(String[] arguments) throws Exception {
    new EverythingApplication().start(arguments);
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  protected McpServerFactory serverFactory() {
    return EverythingApplication.server();
  }

  @Override
  protected String welcome() {
    return "Read the resource docs://everything/welcome with your client for a tour.";
  }

  /** The features and the eras of this server. */
  static McpServerFactory server() {
    return new McpServerFactory(configuration -> features(), Tools.prepared())
        .allEras()
        .fixtures(Fixtures::after)
        .introducing(Introduction.named(NAME, EverythingApplication.class).with(PROFILE));
  }

  private static Catalog features() {
    return new Catalog(Tools.all(), Prompts.all(), Resources.all(), Resources.templates());
  }
}
