import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Runs a server and restarts it when its sources, its resources or its configuration have changed.
 * The compiler stays in this process, so it is warm. Arguments: main class, file with the class
 * path, configuration, modules in the order of their dependencies.
 */
final class DevServer {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final int POLL_MILLIS = 200;
  private static final int STOP_SECONDS = 3;

  private final String main;
  private final String libraries;
  private final Path archive;
  private final Path configuration;
  private final List<Path> modules;
  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private Process server;
  private boolean archiving;
  private boolean ending;

  private DevServer(String main, String libraries, Path configuration, List<Path> modules) {
    this.main = main;
    this.configuration = configuration;
    this.modules = modules;
    this.libraries = jars(libraries);
    this.archive = next(modules.get(modules.size() - 1)).resolveSibling("libraries.jsa");
  }

  public static void main(String[] arguments) throws Exception {
    List<Path> modules = Stream.of(arguments).skip(3).map(Path::of).toList();
    String libraries = Files.readString(Path.of(arguments[1])).strip();
    new DevServer(arguments[0], libraries, Path.of(arguments[2]), modules).run();
  }

  /** Folders with classes are those of the modules, which are compiled here. */
  private static String jars(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path classes(Path module) {
    return module.resolve("target/dev/classes").normalize();
  }

  /** Where classes are until everything is compiled. */
  private static Path next(Path module) {
    return module.resolve("target/dev/next").normalize();
  }

  private String classPath(List<Path> stale) {
    List<String> entries = new ArrayList<>(List.of(libraries));
    for (Path module : modules) {
      entries.add((stale.contains(module) ? next(module) : classes(module)).toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  private static Path sources(Path module, String kind) {
    return module.resolve("src/main").resolve(kind).normalize();
  }

  private void run() throws Exception {
    Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    Map<Path, FileTime> seen = files();
    boolean built = build(modules);
    if (built) {
      restart(System.nanoTime());
    }
    while (true) {
      Thread.sleep(POLL_MILLIS);
      Map<Path, FileTime> now = files();
      if (now.equals(seen)) {
        continue;
      }
      long changed = System.nanoTime();
      Map<Path, FileTime> before = seen;
      seen = now;
      List<Path> stale = built ? stale(before, now) : modules;
      built = build(stale);
      if (built) {
        restart(changed);
      }
    }
  }

  /** The first module that has changed, and those that are built on it. */
  private List<Path> stale(Map<Path, FileTime> before, Map<Path, FileTime> now) {
    for (int i = 0; i < modules.size(); i++) {
      Path folder = modules.get(i).resolve("src/main").normalize();
      if (!within(before, folder).equals(within(now, folder))) {
        return modules.subList(i, modules.size());
      }
    }
    return List.of();
  }

  private static Map<Path, FileTime> within(Map<Path, FileTime> files, Path folder) {
    Map<Path, FileTime> some = new HashMap<>(files);
    some.keySet().removeIf(file -> !file.startsWith(folder));
    return some;
  }

  private Map<Path, FileTime> files() {
    Map<Path, FileTime> files = new HashMap<>();
    List<Path> places = new ArrayList<>(List.of(configuration));
    modules.forEach(module -> places.add(module.resolve("src/main").normalize()));
    for (Path place : places) {
      try (Stream<Path> all = Files.walk(place)) {
        for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
          files.put(file, Files.getLastModifiedTime(file));
        }
      } catch (IOException | UncheckedIOException e) {
        // A file that is being replaced: the next look finds it.
      }
    }
    return files;
  }

  /** Compiles whole modules: with single files, classes that use them could stay outdated. */
  private boolean build(List<Path> stale) throws IOException {
    String classPath = classPath(stale);
    for (Path module : stale) {
      clear(next(module));
      if (!compile(module, classPath)) {
        System.out.println("dev: not compiled; the server is as before");
        return false;
      }
      copy(sources(module, "resources"), next(module));
    }
    stop();
    for (Path module : stale) {
      clear(classes(module));
      Files.delete(classes(module));
      Files.move(next(module), classes(module));
    }
    return true;
  }

  private boolean compile(Path module, String classPath) throws IOException {
    List<Path> sources;
    try (Stream<Path> all = Files.walk(sources(module, "java"))) {
      sources = all.filter(file -> file.toString().endsWith(".java")).toList();
    }
    List<String> options =
        List.of(
            "-d", next(module).toString(), "-cp", classPath, "-parameters", "-g", "-proc:none");
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      return compiler
          .getTask(null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
          .call();
    }
  }

  private static void clear(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    Files.createDirectories(folder);
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private void restart(long changed) throws Exception {
    List<String> command =
        new ArrayList<>(List.of(JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    if (Files.exists(archive)) {
      command.add("-XX:SharedArchiveFile=" + archive);
    } else if (!archiving) {
      command.add("-XX:DumpLoadedClassList=" + list());
    }
    command.addAll(List.of("-cp", classPath(List.of()), main, "server", configuration.toString()));
    if (start(command) && serves()) {
      double seconds = (System.nanoTime() - changed) / 1e9;
      System.out.printf("dev: serving after %.1f s; %s%n", seconds, sessions());
      archiveLibraries();
    }
  }

  /** Returns false while this process ends: a server started then would be left behind. */
  private synchronized boolean start(List<String> command) throws IOException {
    if (ending) {
      return false;
    }
    server = new ProcessBuilder(command).inheritIO().start();
    return true;
  }

  private synchronized void end() {
    ending = true;
    stop();
  }

  private Path list() {
    return archive.resolveSibling("libraries.list");
  }

  /** Once, in the background: archives classes of the libraries, for a faster start of the JVM. */
  private void archiveLibraries() throws IOException {
    if (archiving || Files.exists(archive)) {
      return;
    }
    archiving = true;
    Path made = archive.resolveSibling("libraries.tmp");
    new ProcessBuilder(
            JAVA,
            "-Xshare:dump",
            "-XX:+UseSerialGC",
            "-XX:SharedClassListFile=" + list(),
            "-XX:SharedArchiveFile=" + made,
            "-cp",
            libraries)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .onExit()
        .thenAccept(ended -> made.toFile().renameTo(archive.toFile()));
  }

  private static String sessions() {
    return "redis".equals(System.getenv("STORE"))
        ? "sessions were kept in Redis"
        : "clients must reconnect (sessions are kept with STORE=redis)";
  }

  /** Waits until the server responds, whatever it responds; false if it has ended. */
  private boolean serves() throws InterruptedException {
    String port = System.getenv().getOrDefault("PORT", "3232");
    URI health = URI.create("http://localhost:" + port + "/health");
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(2)).build();
    while (server.isAlive()) {
      try {
        client.send(request, HttpResponse.BodyHandlers.discarding());
        return true;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    System.out.println("dev: the server has ended; it is started again after the next change");
    return false;
  }

  private void stop() {
    if (server == null) {
      return;
    }
    server.destroy();
    try {
      if (!server.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        server.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      server.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
