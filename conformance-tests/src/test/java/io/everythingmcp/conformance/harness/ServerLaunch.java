package io.everythingmcp.conformance.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Launch configuration of the packaged server.
 *
 * @param environment variables of {@code config.yml}
 * @param jvm options of the JVM
 * @param config configuration file in the repository
 */
public record ServerLaunch(Map<String, String> environment, List<String> jvm, String config) {
  private static final String COMPLETE = "config.yml";
  private static final String PORT_TAKEN = "which cannot be bound";
  private static final int ATTEMPTS = 3;

  /** JVM options for servers that run for a few seconds. */
  private static final List<String> SHORT_LIVED =
      List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  /** Creates a configuration with environment variables: name, value, name, value. */
  public static ServerLaunch with(String... namesAndValues) {
    Map<String, String> environment = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      environment.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new ServerLaunch(environment, SHORT_LIVED, COMPLETE);
  }

  /** Returns a copy with another configuration file. */
  public ServerLaunch config(String file) {
    return new ServerLaunch(environment, jvm, file);
  }

  /** Returns a copy with more JVM options, which override earlier ones of the same name. */
  public ServerLaunch jvm(String... options) {
    List<String> more = new ArrayList<>(jvm);
    more.addAll(List.of(options));
    return new ServerLaunch(environment, List.copyOf(more), config);
  }

  /** Returns a copy with all defaults, so that it equals any other that starts the same server. */
  ServerLaunch complete() {
    Map<String, String> more = new TreeMap<>(environment);
    more.putIfAbsent("AUTH_MODE", "none");
    return new ServerLaunch(more, jvm, config);
  }

  /**
   * Starts it on free ports, and waits until it is healthy. With {@code -Deverything.store=redis}
   * it uses a separate Redis, unless the test names a store: so all tests can run on either store.
   * With {@code -Deverything.instances=3} it is three processes on one Redis, behind a load
   * balancer that alternates between them.
   */
  public ServerProcess start() {
    int instances = Integer.getInteger("everything.instances", 1);
    boolean shared = System.getProperty("everything.store", "").equals("redis");
    if (environment.containsKey("STORE") || (!shared && instances == 1)) {
      return start(() -> {});
    }
    if (instances > 1) {
      ServerFleet fleet = ServerFleet.of(instances, this);
      return fleet.instance(0).behind(fleet.balancer(), fleet);
    }
    RedisServer redis = RedisServer.start();
    Map<String, String> more = new TreeMap<>(environment);
    more.putAll(Map.of("STORE", "redis", "REDIS_URL", redis.url()));
    return new ServerLaunch(more, jvm, config).start(redis::close);
  }

  /** Starts the first server, without the archive. */
  ServerProcess startWithoutArchive() {
    int port = FreePort.find();
    return start(port, command(List.of(), "server"), () -> {});
  }

  /** Starts it on this port, and waits until it is healthy. */
  public ServerProcess startOn(int port) {
    return start(port, () -> {});
  }

  /** Retries, because another process may take the port between its selection and the start. */
  private ServerProcess start(Runnable afterwards) {
    for (int i = 1; i < ATTEMPTS; i++) {
      try {
        return start(FreePort.find(), afterwards);
      } catch (AssertionError failed) {
        if (!failed.getMessage().contains(PORT_TAKEN)) {
          throw failed;
        }
      }
    }
    return start(FreePort.find(), afterwards);
  }

  private ServerProcess start(int port, Runnable afterwards) {
    return start(port, command("server"), afterwards);
  }

  private ServerProcess start(int port, List<String> command, Runnable afterwards) {
    int admin = FreePort.find();
    ProcessBuilder process = builder(command);
    process.environment().put("PORT", Integer.toString(port));
    process.environment().put("ADMIN_PORT", Integer.toString(admin));
    return ServerProcess.start(process, port, admin, afterwards);
  }

  /** Starts the command {@code auth-server} on this port, and waits until it is healthy. */
  public ServerProcess startAuthServer(int port) {
    int admin = FreePort.find();
    ProcessBuilder process = builder(command("auth-server"));
    process.environment().put("AUTH_SERVER_PORT", Integer.toString(port));
    process.environment().put("AUTH_SERVER_ADMIN_PORT", Integer.toString(admin));
    return ServerProcess.start(process, port, admin, () -> {});
  }

  /** Returns the command line of a command of the jar. */
  public List<String> command(String name) {
    return command(ClassArchive.options(), name);
  }

  private List<String> command(List<String> archive, String name) {
    List<String> command = java(jvm);
    command.addAll(archive);
    command.addAll(
        List.of("-jar", file("everything.jar", "everything-server/target/everything-server.jar")));
    command.add(name);
    command.add(
        config.equals(COMPLETE)
            ? file("everything.config", COMPLETE)
            : Path.of("..", config).toString());
    return command;
  }

  /** Returns the start of a command line for a short-lived process. */
  public static List<String> java() {
    return java(SHORT_LIVED);
  }

  private static List<String> java(List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("everything.jvm", "").strip().split("\\s+")));
    command.removeIf(String::isEmpty);
    command.addAll(options);
    return command;
  }

  private ProcessBuilder builder(List<String> command) {
    ProcessBuilder process = new ProcessBuilder(command);
    // Variables of the environment of the build must not change the tests.
    process.environment().keySet().retainAll(List.of("PATH", "HOME", "TMPDIR"));
    // Most tests do not concern authentication; those that do set the mode.
    process.environment().putAll(complete().environment());
    return process;
  }

  private static String file(String property, String inRepository) {
    Path path = Path.of(System.getProperty(property, "../" + inRepository));
    if (!Files.isReadable(path)) {
      throw new IllegalStateException(path + " is missing: run mvn -DskipTests package first");
    }
    return path.toString();
  }

  /** Creates a file for the log of a process. */
  static File log(String name) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "processes"));
      return Files.createTempFile(folder, name + "-", ".log").toFile();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
