package io.everythingmcp.conformance.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Child processes that end with the tests, even if those crash. */
public final class ChildProcesses {
  private static final Set<Process> ALIVE = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ALIVE.forEach(Process::destroyForcibly)));
  }

  private ChildProcesses() {}

  /** Starts a process that ends with this one at the latest. */
  public static Process start(ProcessBuilder builder) {
    try {
      Process process = builder.start();
      ALIVE.removeIf(child -> !child.isAlive());
      ALIVE.add(process);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
