package io.everythingmcp.conformance.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * How a server feels.
 *
 * @param heap bytes of objects that are alive
 * @param threads how many there are, besides those that serve HTTP
 */
record Vitals(long heap, int threads) {

  /** As of now, after a full collection. */
  static Vitals of(long pid) {
    List<String> classes = jcmd(pid, "GC.class_histogram");
    String total = classes.get(classes.size() - 1);
    if (!total.startsWith("Total")) {
      throw new AssertionError("The histogram has no total: " + total);
    }
    long heap = Long.parseLong(total.strip().split("\\s+", 4)[2]);
    long threads = jcmd(pid, "Thread.print").stream().filter(Vitals::isOurs).count();
    return new Vitals(heap, (int) threads);
  }

  /** The container has a pool with a limit, and gives nothing of it back as long as it can. */
  private static boolean isOurs(String line) {
    return line.startsWith("\"") && !line.startsWith("\"dw-");
  }

  /** The classes with most bytes alive, for whoever has to find out. */
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
