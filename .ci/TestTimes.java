import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prints which test classes take longest, and what each module takes: {@code java
 * .ci/TestTimes.java MODULE...}, after a build. Reads the reports of Surefire and Failsafe. Classes
 * that run side by side are added up, so the sum can be more than what passed.
 */
public final class TestTimes {
  private static final int MOST = 25;
  private static final Pattern SUITE =
      Pattern.compile(
          "<testsuite [^>]* name=\"([^\"]+)\" time=\"([\\d.,]+)\"[^>]* tests=\"(\\d+)\"");

  private record Suite(String name, double seconds, int tests) {}

  private TestTimes() {}

  public static void main(String[] modules) throws IOException {
    List<Suite> all = new ArrayList<>();
    for (String module : modules) {
      List<Suite> suites = new ArrayList<>();
      for (String reports : List.of("surefire-reports", "failsafe-reports")) {
        suites.addAll(suites(Path.of(module, "target", reports)));
      }
      System.out.printf(
          "%-20s %8.1f s, %d classes, %d tests%n",
          Path.of(module).toAbsolutePath().normalize().getFileName(),
          suites.stream().mapToDouble(Suite::seconds).sum(),
          suites.size(),
          suites.stream().mapToInt(Suite::tests).sum());
      all.addAll(suites);
    }
    System.out.println("The " + MOST + " classes that take longest:");
    all.stream()
        .sorted(Comparator.comparingDouble(Suite::seconds).reversed())
        .limit(MOST)
        .forEach(
            s -> System.out.printf("%8.1f s %5d tests  %s%n", s.seconds(), s.tests(), s.name()));
  }

  private static List<Suite> suites(Path reports) throws IOException {
    List<Suite> suites = new ArrayList<>();
    if (Files.isDirectory(reports)) {
      for (Path file : files(reports)) {
        Matcher suite = SUITE.matcher(Files.readString(file));
        if (suite.find()) {
          suites.add(
              new Suite(
                  suite.group(1),
                  Double.parseDouble(suite.group(2).replace(",", "")),
                  Integer.parseInt(suite.group(3))));
        }
      }
    }
    return suites;
  }

  private static List<Path> files(Path reports) throws IOException {
    try (var files = Files.newDirectoryStream(reports, "TEST-*.xml")) {
      List<Path> list = new ArrayList<>();
      files.forEach(list::add);
      return list;
    }
  }
}
