package io.everythingmcp.bench.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that this one started and will end, by its handle and at exit at the latest. */
public final class Child implements AutoCloseable {
    private final Process process;

    private Child(Process process) {
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Starts a command; its error output, and its unread output, are written to the log file. */
    static Child start(List<String> command, Map<String, String> environment, Path directory, Path log)
            throws IOException {
        return new Child(
                builder(command, environment, directory, log).redirectOutput(log.toFile()).start());
    }

    /** Starts a command that is talked to over its standard streams. */
    static Child startPiped(List<String> command, Path log) throws IOException {
        return new Child(builder(command, Map.of(), Path.of("."), log).start());
    }

    private static ProcessBuilder builder(
            List<String> command, Map<String, String> environment, Path directory, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().putAll(environment);
        return builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    public Process process() {
        return process;
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
