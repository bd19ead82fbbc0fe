package io.everythingmcp.bench.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Who runs on which core, where {@code taskset} and two cores are there. */
public enum Core {
    LOAD(0),
    SERVER(1);

    private static final String TASKSET = "taskset";

    private final String number;

    Core(int number) {
        this.number = Integer.toString(number);
    }

    public static boolean canPin() {
        boolean installed = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, TASKSET)));
        return installed && Runtime.getRuntime().availableProcessors() >= 2;
    }

    /** Moves a running process, with all its threads, to this core; does nothing where that is not possible. */
    public void pin(long pid) throws IOException, InterruptedException {
        if (!canPin()) {
            return;
        }
        Process taskset = new ProcessBuilder(List.of(TASKSET, "-a", "-c", "-p", number, Long.toString(pid)))
                .redirectErrorStream(true)
                .start();
        String output = new String(taskset.getInputStream().readAllBytes());
        if (taskset.waitFor() != 0) {
            throw new IOException("taskset: " + output);
        }
    }
}
