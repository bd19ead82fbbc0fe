package io.everythingmcp.bench.streams;

import java.io.PrintStream;
import java.util.Locale;

/** Prints the stages as they come, then what one session and one stream cost, then the targets. */
final class StreamReport {
    private static final double MAX_RESIDENT_KB = 10;
    private static final double AT_ONCE_MILLIS = 1000;
    private static final int STREAMS_PER_THREAD = 20;

    private final PrintStream out;
    private final StreamSettings settings;

    StreamReport(PrintStream out, StreamSettings settings) {
        this.out = out;
        this.settings = settings;
    }

    void heading(String server) {
        line("");
        line("%s: %d idle GET streams, keep-alive interval %d s", server, settings.streams(), settings.keepAlive());
        line("%s", Stage.HEADING);
    }

    Stage stage(Stage stage) {
        line("%s", stage);
        return stage;
    }

    void swarm(SwarmCount count) {
        line("  headers: %d of %d%s", count.withHeaders(), settings.streams(), delays(count));
        line("  streams with a keep-alive comment: %d; lost: %s", count.withComment(), count.losses());
    }

    private static String delays(SwarmCount count) {
        return count.withHeaders() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", p50 %.1f ms, p99 %.1f ms, max %.1f ms after the request",
                        count.headersMillis(0.5),
                        count.headersMillis(0.99),
                        count.headersMillis(1));
    }

    boolean verdict(StreamStages stages, SwarmCount count, double closedAfterSeconds) {
        int n = settings.streams();
        double residentKb = stages.streams().residentKbOver(stages.sessions(), n);
        line(
                "KB per session: RSS %.1f, live heap %.1f; KB per stream: RSS %.1f, live heap %.1f",
                stages.sessions().residentKbOver(stages.start(), n),
                stages.sessions().liveHeapKbOver(stages.start(), n),
                residentKb,
                stages.streams().liveHeapKbOver(stages.sessions(), n));
        line(
                closedAfterSeconds < 0
                        ? "the server still holds connections of clients that have gone"
                        : "the server had closed all connections %.1f s after the clients were gone",
                closedAfterSeconds);
        int threads = stages.streams().threads() - stages.sessions().threads();
        return target("all streams have headers at once", allAtOnce(count))
                & target("no stream was lost", count.lost() == 0)
                & target("no thread per stream (" + threads + " more)", threads <= n / STREAMS_PER_THREAD)
                & target("at most 10 KB of RSS per stream", residentKb <= MAX_RESIDENT_KB)
                & target(
                        "live heap of the streams is back in two intervals",
                        stages.gone().isHeapBackTo(stages.sessions(), stages.streams()))
                & target(
                        "live heap is back to the start with the sessions deleted",
                        stages.deleted().isHeapBackTo(stages.start(), stages.streams()));
    }

    private boolean allAtOnce(SwarmCount count) {
        return count.withHeaders() == settings.streams() && count.headersMillis(1) <= AT_ONCE_MILLIS;
    }

    private boolean target(String name, boolean met) {
        line("  %-58s %s", name, met ? "met" : "MISSED");
        return met;
    }

    private void line(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
    }
}
