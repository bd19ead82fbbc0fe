package io.everythingmcp.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.conformance.harness.FreePort;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RedisServer;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code dev.sh} of a new server: a changed source is served without further ado. */
class DevLoopIT {
  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final String SERVING = "dev: serving after ";

  private static final String APPLICATION = " com.acme.shop.ShopServerApplication server ";

  private final int port = FreePort.find();

  @TempDir private Path folder;
  private Path project;
  private Path features;
  private Path log;
  private Process loop;

  /** Maven is not called here: this one only writes the class path, where it is asked for it. */
  @BeforeEach
  void create() throws Exception {
    Path maven = Files.createDirectory(folder.resolve("bin")).resolve("mvn");
    Path jar = Path.of(System.getProperty("everything.jar", jar())).toAbsolutePath().normalize();
    Files.writeString(
        maven,
        "#!/bin/sh\ncase \"$*\" in *build-classpath*) mkdir -p target && echo '"
            + jar
            + "' > target/dev.classpath ;; esac\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    project = folder.resolve("shop");
    log = folder.resolve("dev.log");
    Process made =
        process(
                Map.of(),
                REPOSITORY.resolve("scratch/new-server.sh").toString(),
                project.toString(),
                "com.acme.shop",
                "shop-server")
            .start();
    assertThat(made.waitFor()).as(() -> text()).isZero();
    features = project.resolve("src/main/java/com/acme/shop/HelloFeatures.java");
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (loop != null) {
      List<ProcessHandle> children = loop.descendants().toList();
      loop.destroy();
      loop.waitFor();
      children.forEach(ProcessHandle::destroy);
      children.forEach(child -> child.onExit().join());
    }
  }

  private static String jar() {
    return "../everything-server/target/everything-server.jar";
  }

  private ProcessBuilder process(Map<String, String> environment, String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile()).directory(folder.toFile());
    builder.environment().keySet().retainAll(List.of("PATH", "HOME", "TMPDIR"));
    builder
        .environment()
        .merge(
            "PATH", folder.resolve("bin").toString(), (old, own) -> own + File.pathSeparator + old);
    builder.environment().putAll(environment);
    return builder;
  }

  private void run(Map<String, String> more) throws IOException {
    ProcessBuilder builder = process(more, project.resolve("dev.sh").toString());
    builder
        .environment()
        .putAll(
            Map.of(
                "PORT", Integer.toString(port),
                "ADMIN_PORT", Integer.toString(FreePort.find()),
                "AUTH_MODE", "none"));
    loop = builder.start();
    awaitServing(1);
  }

  private String text() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private void awaitServing(int times) {
    await()
        .atMost(Duration.ofMinutes(2))
        .failFast("dev.sh has ended", () -> !loop.isAlive())
        .untilAsserted(() -> assertThat(text().split(SERVING, -1)).as(text()).hasSize(times + 1));
  }

  private RawClient client() {
    return new RawClient(URI.create("http://localhost:" + port));
  }

  private String hello(McpSession session) {
    return session
        .post(JsonRpcMessages.call(session.nextId(), "hello", "{'name':'Ada'}"))
        .send()
        .reply()
        .at("/result/content/0/text")
        .asText();
  }

  private void edit(String old, String changed) throws IOException {
    String source = Files.readString(features);
    assertThat(source).contains(old);
    Files.writeString(features, source.replace(old, changed));
  }

  /** A frozen server is killed after three seconds; by then the change has been compiled. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no signal freezes a process there")
  void noServerIsStartedWhileTheScriptEnds() throws Exception {
    run(Map.of());
    long server = servers().get(0).pid();
    assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(server)).start().waitFor())
        .isZero();
    edit("\"Hello, \"", "\"Good day, \"");
    loop.destroy();
    loop.waitFor();
    List<ProcessHandle> left = servers();
    left.forEach(ProcessHandle::destroyForcibly);
    assertThat(left).isEmpty();
  }

  private static List<ProcessHandle> servers() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(APPLICATION))
        .toList();
  }

  @Test
  void withRedisSessionsAreKept() throws IOException {
    try (RedisServer redis = RedisServer.start()) {
      run(Map.of("REDIS_URL", redis.url()));
      McpSession session = McpSession.open(client(), "2025-11-25");
      edit("\"Hello, \"", "\"Good day, \"");
      awaitServing(2);
      assertThat(hello(session)).isEqualTo("Good day, Ada!");
      assertThat(text()).contains("sessions were kept").doesNotContain("clients must reconnect");
    }
  }

  @Test
  void aChangedTextIsAnsweredOnceItCompilesAndClientsMustReconnect() throws IOException {
    run(Map.of());
    assertThat(hello(McpSession.open(client(), "2025-11-25"))).isEqualTo("Hello, Ada!");
    edit("\"Hello, \"", "\"Hello, \" oops");
    await().untilAsserted(() -> assertThat(text()).contains("dev: not compiled"));
    assertThat(text()).contains("HelloFeatures.java:");
    assertThat(hello(McpSession.open(client(), "2025-11-25"))).isEqualTo("Hello, Ada!");
    edit("\"Hello, \" oops", "\"Good day, \"");
    awaitServing(2);
    assertThat(hello(McpSession.open(client(), "2025-11-25"))).isEqualTo("Good day, Ada!");
    assertThat(text()).contains("clients must reconnect");
  }
}
