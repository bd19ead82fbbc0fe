package io.everythingmcp.conformance.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Class data sharing archive of the server, which halves its start-up time. Created by the first
 * server that is started, for the jar and the Java version of this run; if that fails, servers
 * start without it.
 *
 * <p>Only with {@code -Deverything.archive=true}, which the build sets; it does not pay off for a
 * single test.
 */
final class ClassArchive {
  private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);
  private static final Duration DUMP = Duration.ofMinutes(2);

  private ClassArchive() {}

  /** Holder that creates the archive on the first access. */
  private static final class Made {
    static final List<String> OPTIONS = make();
  }

  /** Returns the JVM options for a server that uses it. */
  static List<String> options() {
    return Boolean.getBoolean("everything.archive") ? Made.OPTIONS : List.of();
  }

  private static List<String> make() {
    Path archive =
        Path.of("target", "everything-server-" + Runtime.version() + ".jsa").toAbsolutePath();
    Path fresh = archive.resolveSibling(archive.getFileName() + ".new");
    try {
      Files.createDirectories(archive.getParent());
      Files.deleteIfExists(fresh);
      record(fresh);
      Files.move(fresh, archive, StandardCopyOption.REPLACE_EXISTING);
      // Messages of the JVM about it are not written to the log of a server.
      return List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-Xlog:cds*=off");
    } catch (IOException | AssertionError e) {
      LOG.warn("Servers start without a class archive", e);
      return List.of();
    }
  }

  /** Records the loaded classes of a server that has processed each kind of request. */
  private static void record(Path file) throws IOException {
    ServerLaunch plain = ServerLaunch.with("AUTH_MODE", "integrated", "STORE", "memory");
    ServerLaunch recorded = plain.jvm("-XX:ArchiveClassesAtExit=" + file, "-Xlog:cds*=off");
    try (ServerProcess server = recorded.startWithoutArchive()) {
      RawClient client = server.client();
      client.request("GET", "/").send().text();
      client.request("GET", "/.well-known/oauth-authorization-server").send().text();
      client.post("/mcp", JsonRpcMessages.initialize("2025-11-25", "{}")).send().text();
      server.sendTerminate();
      server.awaitExit(DUMP);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
