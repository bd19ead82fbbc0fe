package io.everythingmcp.conformance.cli;

import io.everythingmcp.conformance.server.ServerUnreachableException;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. */
@Command(
    name = "conformance",
    description =
        "Checks whether an MCP server keeps the rules of the protocol, in all its revisions.",
    subcommands = {
      ServerCommand.class,
      ClientCommand.class, // client-check
      ListCommand.class,
      OfficialCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = ConformanceMain.Version.class,
    footer = {
      "",
      "Exit codes: 0 no MUST was violated, 1 one was, 2 invalid arguments or unreachable server.",
      "Try: java -jar conformance.jar server --url http://localhost:3232/mcp --report"
          + " html=report.html"
    })
public final class ConformanceMain implements Callable<Integer> {
  @Spec CommandSpec command;

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The commands, ready to be run. */
  static CommandLine commandLine() {
    return new CommandLine(new ConformanceMain())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(ConformanceMain::misunderstood)
        .setExecutionExceptionHandler(ConformanceMain::failed);
  }

  /** Prints the error at the end, and not above the list of options. */
  private static int misunderstood(ParameterException e, String[] arguments) {
    CommandLine line = e.getCommandLine();
    line.getErr().println(e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, line.getErr());
    line.getErr().println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
    return 2;
  }

  private static int failed(Exception e, CommandLine line, ParseResult parsed) throws Exception {
    if (e instanceof ServerUnreachableException || e instanceof IOException) {
      line.getErr().println(e.getMessage());
      return 2;
    }
    throw e;
  }

  @Override
  public Integer call() {
    command.commandLine().usage(command.commandLine().getErr());
    return 2;
  }

  /** The version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = ConformanceMain.class.getPackage().getImplementationVersion();
      return new String[] {"conformance " + (version == null ? "(not packaged)" : version)};
    }
  }
}
