package io.everythingmcp.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** CPU times of a process and of the machine, as reported by the kernel. */
public final class Proc {
    private static final double TICKS_PER_SECOND = 100;
    private static final double NANOS_PER_SECOND = 1e9;

    private Proc() {}

    /** Time on a core of all threads that are alive, in seconds; exact to far less than a tick of the clock. */
    public static double cpuSeconds(long pid) {
        return cpuSeconds(pid, thread -> true);
    }

    /** Time of the just-in-time compiler's threads of a JVM, in seconds. */
    public static double compilerSeconds(long pid) {
        return cpuSeconds(pid, thread -> read(thread + "/comm").matches("C[12] Compiler.*\\s*"));
    }

    private static double cpuSeconds(long pid, Predicate<Path> selected) {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
            return threads.filter(selected)
                    .mapToDouble(thread -> Long.parseLong(read(thread + "/schedstat").split(" ")[0]))
                    .sum()
                    / NANOS_PER_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Busy time of all cores in seconds, with stolen time, without interrupts (loopback traffic is served there). */
    public static double machineCpuSeconds() {
        String[] fields = read("/proc/stat").lines().findFirst().orElseThrow().split(" +");
        long user = Long.parseLong(fields[1]);
        long nice = Long.parseLong(fields[2]);
        long system = Long.parseLong(fields[3]);
        long steal = Long.parseLong(fields[8]);
        return (user + nice + system + steal) / TICKS_PER_SECOND;
    }

    public static long residentKb(long pid) {
        return number(read("/proc/" + pid + "/status"), "VmRSS:");
    }

    public static int threads(long pid) {
        return (int) number(read("/proc/" + pid + "/status"), "Threads:");
    }

    public static int openFiles(long pid) {
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return (int) files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hard limit, up to which a JVM raises its own limit. */
    public static long openFilesLimit() {
        String line = read("/proc/self/limits")
                .lines()
                .filter(text -> text.startsWith("Max open files"))
                .findFirst()
                .orElseThrow();
        String hard = line.split(" {2,}")[2];
        return hard.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(hard);
    }

    private static long number(String status, String field) {
        return status.lines()
                .filter(line -> line.startsWith(field))
                .map(line -> line.substring(field.length()).replace("kB", "").trim())
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }

    private static String read(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
