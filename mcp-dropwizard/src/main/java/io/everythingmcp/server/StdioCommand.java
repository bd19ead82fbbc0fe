package io.everythingmcp.server;

import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.everythingmcp.server.assembly.TracingInstaller;
import io.everythingmcp.server.command.CommandErrors;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.transport.stdio.StdioTransport;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import net.sourceforge.argparse4j.inf.Namespace;

/** Serves the client that started this process, over standard input and output. Opens no port. */
final class StdioCommand extends ConfiguredCommand<McpConfiguration> {
  static final String NAME = "stdio";

  private final Application<McpConfiguration> application;
  private final McpServerFactory factory;

  StdioCommand(Application<McpConfiguration> application, McpServerFactory factory) {
    super(NAME, "Serves one client over standard input and output");
    this.application = application;
    this.factory = factory;
  }

  /** Redirects everything except messages from standard output, before logging starts. */
  @Override
  public void run(Bootstrap<?> bootstrap, Namespace namespace) throws Exception {
    System.setOut(System.err);
    super.run(bootstrap, namespace);
  }

  @Override
  protected Class<McpConfiguration> getConfigurationClass() {
    return application.getConfigurationClass();
  }

  @Override
  protected void run(
      Bootstrap<McpConfiguration> bootstrap, Namespace namespace, McpConfiguration configuration)
      throws IOException {
    OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
    try (McpServer server = factory.build(configuration)) {
      Runnable end = TracingInstaller.begin(server.runtime(), configuration);
      StdioTransport transport =
          new StdioTransport(
              server.endpoint(),
              server.runtime().executor(),
              configuration.getMcp().getKeepAlive().toJavaDuration());
      transport.serve(System.in, out, (int) configuration.getEdge().getMaxRequestSize().toBytes());
      server.awaitRequests(configuration.getMcp().getShutdownGrace().toJavaDuration());
      end.run();
    }
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable error) {
    CommandErrors.print(cli, error);
  }
}
