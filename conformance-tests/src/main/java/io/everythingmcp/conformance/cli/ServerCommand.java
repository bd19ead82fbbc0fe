package io.everythingmcp.conformance.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the suite against a server. */
@Command(
    name = "server",
    description = "Runs the suite against a server.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ServerCommand implements Callable<Integer> {
  @Spec CommandSpec command;
  @Mixin ServerOptions where;
  @Mixin RunOptions what;

  @Override
  public Integer call() throws IOException {
    CommandRun run = new CommandRun(command.commandLine(), where, what);
    return run.report(run.ours());
  }
}
