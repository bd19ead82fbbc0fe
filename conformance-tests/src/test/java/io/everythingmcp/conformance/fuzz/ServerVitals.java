package io.everythingmcp.conformance.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Resource usage of a server.
 *
 * @param heap bytes of reachable objects
 * @param threads number of threads, without those that serve HTTP
 */
record ServerVitals(long heap, int threads) {

  /** Measures now, after a full collection. */
  static ServerVitals of(long pid) {
    List<String> classes = jcmd(pid, "GC.class_histogram");
    String total = classes.get(classes.size() - 1);
    if (!total.startsWith("Total")) {
      throw new AssertionError("The histogram has no total: " + total);
    }
    long heap = Long.parseLong(total.strip().split("\\s+", 4)[2]);
    long threads = jcmd(pid, "Thread.print").stream().filter(ServerVitals::isOurs).count();
    return new ServerVitals(heap, (int) threads);
  }

  /** The container has a bounded pool, which it does not shrink. */
  private static boolean isOurs(String line) {
    return line.startsWith("\"") && !line.startsWith("\"dw-");
  }

  /** Returns the classes with most reachable bytes, for diagnosis. */
  static String largest(long pid) {
    return String.join("\n", jcmd(pid, "GC.class_histogram").subList(0, 25));
  }

  private static List<String> jcmd(long pid, String command) {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      Process process =
          new ProcessBuilder(jcmd, Long.toString(pid), command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return said.strip().lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "%,d KB alive, %d threads".formatted(heap / 1024, threads);
  }
}
