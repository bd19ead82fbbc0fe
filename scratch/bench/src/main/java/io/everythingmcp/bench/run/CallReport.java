package io.everythingmcp.bench.run;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints slices as they come and the tables at the end. */
final class CallReport {
    private static final double SATURATED = 0.9;
    private static final double LOAD_LIMIT = 0.85;

    private final PrintStream out;

    CallReport(PrintStream out) {
        this.out = out;
    }

    void line(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
    }

    void slice(String what, String server, Slice slice, String remark) {
        line(
                "%-8s %-11s %8.0f calls/s  p50 %.2f  p99 %.2f ms  %5.1f us/call  server %3.0f%% (jit %.0f%%)  load %3.0f%%  other %3.0f%%  errors %d %s",
                what,
                server,
                slice.callsPerSecond(),
                slice.p50Millis(),
                slice.p99Millis(),
                slice.serverMicrosPerCall(),
                slice.serverShare() * 100,
                slice.compilerShare() * 100,
                slice.loadShare() * 100,
                slice.foreignShare() * 100,
                slice.errors(),
                remark);
        if (slice.errors() > 0) {
            line("         first error: %s", slice.firstError());
        }
    }

    void table(Measurements measured) {
        line("");
        line(
                "%-11s %9s %17s %8s %7s %7s %8s %8s %5s %6s %7s %7s %9s",
                "server", "calls/s", "min..max", "of raw", "p50 ms", "p99 ms", "us/call", "server%", "jit%", "load%", "other%",
                "errors", "kept/drop");
        for (String server : measured.servers()) {
            List<Slice> slices = measured.slices(server);
            line(
                    "%-11s %9.0f %8.0f..%7.0f %8s %7.2f %7.2f %8.1f %8.0f %5.0f %6.0f %7.0f %7d %9s",
                    server,
                    measured.median(server, Slice::callsPerSecond),
                    slices.stream().mapToDouble(Slice::callsPerSecond).min().orElse(Double.NaN),
                    slices.stream().mapToDouble(Slice::callsPerSecond).max().orElse(Double.NaN),
                    ofRaw(measured, server),
                    measured.median(server, Slice::p50Millis),
                    measured.median(server, Slice::p99Millis),
                    measured.median(server, Slice::serverMicrosPerCall),
                    measured.median(server, Slice::serverShare) * 100,
                    measured.median(server, Slice::compilerShare) * 100,
                    measured.median(server, Slice::loadShare) * 100,
                    measured.median(server, Slice::foreignShare) * 100,
                    slices.stream().mapToLong(Slice::errors).sum(),
                    slices.size() + "/" + measured.dropped(server));
        }
        line("");
        Target.ALL.forEach(target -> line("%s", target.line(measured)));
        warnings(measured);
    }

    private void warnings(Measurements measured) {
        for (String server : measured.servers()) {
            if (measured.median(server, Slice::loadShare) > LOAD_LIMIT) {
                line("warning: %s: the load generator was at its limit, the server may be faster than shown", server);
            } else if (measured.median(server, Slice::serverShare) < SATURATED) {
                line("warning: %s: the server did not use its core up; compare us/call, not calls/s", server);
            }
            if (!measured.isWarm(server)) {
                line("warning: %s: not yet warm; give a larger --warmup", server);
            }
        }
    }

    private static String ofRaw(Measurements measured, String server) {
        return measured.has("raw")
                ? String.format(Locale.ROOT, "%.3f", Numbers.median(measured.ratios(server, "raw")))
                : "-";
    }
}
