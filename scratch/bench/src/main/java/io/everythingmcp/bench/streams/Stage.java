package io.everythingmcp.bench.streams;

import io.everythingmcp.bench.process.LiveHeap;
import io.everythingmcp.bench.process.Proc;
import io.everythingmcp.bench.process.Server;
import java.io.IOException;
import java.util.Locale;

/** The server's memory, threads and open files at one moment, right after full collections. */
record Stage(String name, long residentKb, long liveHeapKb, int threads, int openFiles) {
    static final String HEADING =
            String.format(Locale.ROOT, "%-34s %8s %13s %8s %11s", "stage", "RSS MB", "live heap MB", "threads", "open files");

    static Stage take(String name, Server server) throws IOException, InterruptedException {
        long heap = LiveHeap.kb(server.pid());
        return new Stage(
                name, Proc.residentKb(server.pid()), heap, Proc.threads(server.pid()), Proc.openFiles(server.pid()));
    }

    double residentKbOver(Stage before, int count) {
        return (double) (residentKb - before.residentKb) / count;
    }

    double liveHeapKbOver(Stage before, int count) {
        return (double) (liveHeapKb - before.liveHeapKb) / count;
    }

    /** Returns whether at least nine tenths of the growth between the two stages was released (or all but 1 MB). */
    boolean isHeapBackTo(Stage before, Stage most) {
        return liveHeapKb <= before.liveHeapKb + Math.max(1024, (most.liveHeapKb - before.liveHeapKb) / 10);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-34s %8.1f %13.1f %8d %11d",
                name,
                residentKb / 1024.0,
                liveHeapKb / 1024.0,
                threads,
                openFiles);
    }
}
