package io.everythingmcp.server.command;

import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.core.cli.Cli;
import java.net.BindException;
import java.util.List;

/**
 * Error output of commands: one line for each usage error. A stack trace is printed only for other
 * errors.
 */
public final class CommandErrors {
  private CommandErrors() {}

  /** Prints the error. */
  public static void print(Cli cli, Throwable error) {
    List<String> lines = lines(error);
    if (lines.isEmpty()) {
      error.printStackTrace(cli.getStdErr());
    } else {
      lines.forEach(cli.getStdErr()::println);
    }
    cli.getStdErr().flush();
  }

  /** Returns the usage errors; empty if the error is of another kind. */
  static List<String> lines(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConfigurationException wrong) {
        return List.copyOf(wrong.getErrors());
      }
      if (cause instanceof CommandException || cause instanceof BindException) {
        return List.of(cause.getMessage());
      }
      boolean refusal =
          cause instanceof IllegalArgumentException || cause instanceof IllegalStateException;
      if (refusal && cause.getMessage() != null && ours(cause)) {
        return List.of(cause.getMessage().lines().findFirst().orElse(""));
      }
    }
    return List.of();
  }

  /** Whether it was thrown by a check of this server. */
  private static boolean ours(Throwable cause) {
    StackTraceElement[] trace = cause.getStackTrace();
    return trace.length > 0 && trace[0].getClassName().startsWith("io.everythingmcp.");
  }
}
