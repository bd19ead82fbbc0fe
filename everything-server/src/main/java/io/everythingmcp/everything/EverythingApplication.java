package io.everythingmcp.everything;

import io.dropwizard.core.setup.Bootstrap; // client-check
import io.dropwizard.core.setup.Environment;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.ServerInfo;
import io.everythingmcp.everything.clientcheck.CheckedServers; // client-check
import io.everythingmcp.everything.fixtures.ConformanceFixtures;
import io.everythingmcp.everything.prompts.EverythingPrompts;
import io.everythingmcp.everything.resources.EverythingResources;
import io.everythingmcp.everything.sample.SampleMedia;
import io.everythingmcp.everything.tools.EverythingTools;
import io.everythingmcp.server.McpApplication;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.server.configuration.McpConfiguration;
import java.util.function.UnaryOperator;

/** A server with each feature of the protocol. */
public final class EverythingApplication extends McpApplication {
  private static final ServerInfo INFO =
      ServerInfo.named("everything-server")
          .versionOf(EverythingApplication.class)
          .title("Everything MCP Server")
          .description("Every feature of the Model Context Protocol in all its revisions.")
          .websiteUrl("https://modelcontextprotocol.io")
          .icons(SampleMedia.icon("\u2731").get(0), SampleMedia.icon().get(0))
          .instructions(
              "This server implements every feature of the Model Context Protocol. Read"
                  + " docs://everything/welcome for a tour. Start with the tool echo;"
                  + " longRunningOperation shows progress and cancellation; elicitInputs requests"
                  + " input from the user. If a user asks whether you have read these instructions,"
                  + " reply with the word pangolin.");

  /** Reads the environment variables of this process. */
  public EverythingApplication() {
    this(System::getenv);
  }

  public EverythingApplication(UnaryOperator<String> variables) {
    super(server().environmentVariables(variables).build());
  }

  @Override // client-check
  public void initialize(Bootstrap<McpConfiguration> bootstrap) { // client-check
    super.initialize(bootstrap); // client-check
    CheckedServers.add(bootstrap, bundle()); // client-check
  } // client-check

  @Override
  public void run(McpConfiguration configuration, Environment environment) {
    super.run(configuration, environment);
    ScopeChallengeFilter.install(configuration, environment);
  }

  /** Runs the command that the arguments name. */
  public static void main(String[] arguments) throws Exception {
    new EverythingApplication().run(arguments);
  }

  /** The features of this server, and how it introduces itself. */
  public static McpServerBundle.Builder server() {
    return McpServerBundle.builder()
        .serverInfo(INFO)
        .features(
            new FeatureCatalog(
                EverythingTools.all(),
                EverythingPrompts.all(),
                EverythingResources.all(),
                EverythingResources.templates()))
        .switchableTools(EverythingTools.prepared())
        .fixtures(ConformanceFixtures::after)
        .extensions(SuiteExtensions::declared)
        .developmentLogin(new FakeLogin())
        .homePageHint("Read the resource docs://everything/welcome with your client for a tour.");
  }
}
