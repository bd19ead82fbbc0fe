package io.everythingmcp.bench.process;

import io.everythingmcp.bench.Options;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts each server with the same JVM flags, on a free loopback port. */
public final class Launcher {
    /** Without the last one, unreachable objects that a collection leaves in place would be counted. */
    private static final String JVM =
            "-Xms128m -Xmx1g -XX:+UseSerialGC -XX:MarkSweepAlwaysCompactCount=1";

    public static final String OURS = "ours";

    /** The same with its store on Redis; at {@code --redis}. */
    public static final String ON_REDIS = "redis";

    /** The same of another checkout, at {@code --earlier}. */
    public static final String EARLIER = "earlier";

    private final Path root;
    private final Path earlier;
    private final Path jar;
    private final String config;
    private final String redis;
    private final List<String> jvmFlags;
    private final Map<String, String> environment = new HashMap<>();
    private final Path logs = Path.of("target", "logs");

    public Launcher(Options options) {
        root = Path.of(options.text("root", "../.."));
        earlier = Path.of(options.text("earlier", root.toString()));
        jar = Path.of(options.text("jar", "everything-server/target/everything-server.jar"));
        config = options.text("config", "config.yml");
        redis = options.text("redis", "redis://127.0.0.1:6379");
        jvmFlags = new ArrayList<>(
                List.of(options.text("jvm", JVM).trim().split(" +")));
        environment.put("AUTH_MODE", "none");
        environment.put("STORE", "memory");
        environment.put("HOST", "127.0.0.1");
        for (String variable : options.list("env", "")) {
            String[] parts = variable.split("=", 2);
            environment.put(parts[0], parts[1]);
        }
    }

    /** Sets a variable for our server unless the command line did. */
    public void defaultVariable(String name, String value) {
        environment.putIfAbsent(name, value);
    }

    /** Makes each JVM think that it has one core, so that a server can be warmed on all and then pinned to one. */
    public Launcher forOneCore() {
        jvmFlags.add("-XX:ActiveProcessorCount=1");
        return this;
    }

    public boolean canStart(String name) {
        return !isOurs(name) || Files.isRegularFile(rootOf(name).resolve(jar));
    }

    /**
     * Starts a server on our library whose source is in the directory of the rig: no part of the rig, which does not
     * depend on the library.
     */
    public Server startSource(String name, String file) throws IOException, InterruptedException {
        Files.createDirectories(logs);
        int port = freePort();
        List<String> command = java();
        command.addAll(List.of("-cp", jar.toString(), "scratch/bench/" + file, "server", config));
        Path log = logs.resolve(name + ".log").toAbsolutePath();
        return new Server(name, port, Child.start(command, environmentFor(name, port), root, log)).awaitReady();
    }

    public Server start(String name) throws IOException, InterruptedException {
        Files.createDirectories(logs);
        int port = freePort();
        Path log = logs.resolve(name + ".log").toAbsolutePath();
        Child child = isOurs(name)
                ? Child.start(ours(), environmentFor(name, port), rootOf(name), log)
                : Child.start(bench(name, Integer.toString(port)), Map.of(), Path.of("."), log);
        return new Server(name, port, child).awaitReady();
    }

    public Child startLoad() throws IOException {
        Files.createDirectories(logs);
        return Child.startPiped(bench("load"), logs.resolve("load.log").toAbsolutePath());
    }

    private List<String> ours() {
        return java(jar.toString(), "server", config);
    }

    private List<String> bench(String... arguments) {
        List<String> command = java(benchJar().toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmFlags);
        return command;
    }

    private List<String> java(String... jarAndArguments) {
        List<String> command = java();
        command.add("-jar");
        command.addAll(List.of(jarAndArguments));
        return command;
    }

    private static boolean isOurs(String name) {
        return name.equals(OURS) || name.equals(ON_REDIS) || name.equals(EARLIER);
    }

    private Path rootOf(String name) {
        return name.equals(EARLIER) ? earlier : root;
    }

    private Map<String, String> environmentFor(String name, int port) throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        if (name.equals(ON_REDIS)) {
            all.put("STORE", "redis");
            all.put("REDIS_URL", redis);
        }
        all.put("PORT", Integer.toString(port));
        all.put("ADMIN_PORT", Integer.toString(freePort()));
        all.put("BASE_URI", "http://127.0.0.1:" + port);
        return all;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Path benchJar() {
        try {
            return Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
