package io.everythingmcp.bench.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is left in the heap of another JVM after full collections. */
public final class LiveHeap {
    private static final long FINALIZERS_MILLIS = 300;
    private static final Pattern GENERATION = Pattern.compile("total \\d+K, used (\\d+)K");

    private LiveHeap() {}

    public static long kb(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        Thread.sleep(FINALIZERS_MILLIS);
        jcmd(pid, "GC.run");
        Matcher generations = GENERATION.matcher(jcmd(pid, "GC.heap_info"));
        long used = 0;
        while (generations.find()) {
            used += Long.parseLong(generations.group(1));
        }
        return used;
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException("jcmd " + command + ": " + output);
        }
        return output;
    }
}
