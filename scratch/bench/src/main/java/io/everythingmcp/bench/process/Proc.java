package io.everythingmcp.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** CPU times of a process and of the machine, as reported by the kernel. */
public final class Proc {
    private static final double TICKS_PER_SECOND = 100;

    private Proc() {}

    /** User and system time of all threads, in seconds. */
    public static double cpuSeconds(long pid) {
        return cpuSeconds(read("/proc/" + pid + "/stat"));
    }

    /** Time of the just-in-time compiler's threads of a JVM, in seconds. */
    public static double compilerSeconds(long pid) {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
            return threads.filter(thread -> read(thread + "/comm").matches("C[12] Compiler.*\\s*"))
                    .mapToDouble(thread -> cpuSeconds(read(thread + "/stat")))
                    .sum();
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

    private static double cpuSeconds(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
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
