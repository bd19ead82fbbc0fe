package io.everythingmcp.conformance.typescript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.SharedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The TypeScript SDK uses every feature over each transport. */
class TypeScriptClientIT {
  @RegisterExtension static final SharedServer SERVER = SharedServer.with();

  /** Minimum number of lines: fewer lines mean that a script has lost checks. */
  private static final int ONE_ERA = 60;

  private static final int BOTH_ERAS = 105;

  @TestFactory
  Stream<DynamicTest> version1OverStreamableHttp() {
    return tests(ONE_ERA, "v1.mjs", "http", SERVER.uri().toString());
  }

  @TestFactory
  Stream<DynamicTest> version1OverHttpWithSse() {
    return tests(ONE_ERA, "v1.mjs", "sse", SERVER.uri().toString());
  }

  @TestFactory
  Stream<DynamicTest> version1OverStdio() {
    return tests(ONE_ERA, "v1.mjs", "stdio");
  }

  @TestFactory
  Stream<DynamicTest> version2InBothErasAtOneUrl() {
    return tests(BOTH_ERAS, "v2.mjs", "http", SERVER.uri().toString());
  }

  @TestFactory
  Stream<DynamicTest> version2InBothErasOverStdio() {
    return tests(BOTH_ERAS, "v2.mjs", "stdio");
  }

  private static Stream<DynamicTest> tests(int fewest, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (arguments[1].equals("stdio")) {
      all.addAll(stdio());
    }
    List<NodeScripts.Line> lines = NodeScripts.run(all);
    DynamicTest enough =
        DynamicTest.dynamicTest(
            arguments[0] + " " + arguments[1] + " makes all of its checks",
            () -> assertThat(lines).hasSizeGreaterThanOrEqualTo(fewest));
    return Stream.concat(Stream.of(enough), lines.stream().map(TypeScriptClientIT::test));
  }

  private static DynamicTest test(NodeScripts.Line line) {
    return DynamicTest.dynamicTest(
        line.name(),
        () -> {
          if (!line.ok()) {
            fail(line.detail());
          }
        });
  }

  /** The script runs in another directory, so its paths must be absolute. */
  private static List<String> stdio() {
    return ServerLaunch.with().command("stdio").stream()
        .map(word -> Files.exists(Path.of(word)) ? Path.of(word).toAbsolutePath().toString() : word)
        .toList();
  }
}
