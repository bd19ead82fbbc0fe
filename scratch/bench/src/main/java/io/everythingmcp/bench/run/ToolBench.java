package io.everythingmcp.bench.run;

import io.everythingmcp.bench.Options;
import io.everythingmcp.bench.process.Child;
import io.everythingmcp.bench.process.Core;
import io.everythingmcp.bench.process.Launcher;
import io.everythingmcp.bench.process.Quiet;
import io.everythingmcp.bench.process.Server;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The same tool written in three ways, in one server, so that all share one JIT compilation of everything else: slices
 * interleaved, the order rotated each round. What is compared is the CPU time of a call.
 */
public final class ToolBench {
    /** A class of its own, an annotated method, and a record with a function. */
    private static final List<String> TOOLS = List.of("written", "annotated", "recorded");

    private static final double TARGET = 0.97;
    private static final int FEWEST_ROUNDS = 5;
    private static final int IDLE_SECONDS = 15;

    /** Short, because the CPU time of a call depends little on other processes. */
    private static final int QUIET_SECONDS = 1;

    private final CallReport report = new CallReport(System.out);
    private final int rounds;
    private final int millis;
    private final long warmUpCalls;
    private final double noisy;

    private ToolBench(Options options) {
        rounds = options.number("rounds", 200);
        millis = options.number("millis", 150);
        warmUpCalls = options.number("warmup", 200_000);
        noisy = options.number("noisy-percent", 20) / 100.0;
    }

    /** Returns 0, or 1 if the target was missed or a response was wrong. */
    public static int run(Options options) throws IOException, InterruptedException {
        ToolBench bench = new ToolBench(options);
        Launcher launcher = new Launcher(options).forOneCore();
        int connections = options.number("connections", 16);
        options.rejectUnknown();
        if (!launcher.canStart(Launcher.OURS)) {
            throw new IllegalStateException("the jar of the everything server is not built; it contains the library");
        }
        try (Child process = launcher.startLoad();
                Server server = launcher.startSource("tools", "tools/EchoServer.java")) {
            Core.LOAD.pin(process.pid());
            return bench.measure(server, new LoadGenerator(process.process(), connections));
        }
    }

    private int measure(Server server, LoadGenerator load) throws IOException, InterruptedException {
        // Twice in turn: what the compilers learn of one tool also decides how they compile the next.
        for (int turn = 0; turn < 2; turn++) {
            for (String tool : TOOLS) {
                report.slice("warm-up", tool, load.warmUp(server, tool, warmUpCalls / 2), "");
            }
        }
        Quiet.awaitCompilers(server.pid(), IDLE_SECONDS);
        Core.SERVER.pin(server.pid());
        Measurements measured = new Measurements(TOOLS);
        for (int round = 0; round < rounds; round++) {
            List<String> order = new ArrayList<>(TOOLS);
            Collections.rotate(order, -round);
            Quiet.await(noisy, QUIET_SECONDS);
            for (String tool : order) {
                Slice slice = load.measure(server, tool, millis);
                report.slice("round " + (round + 1), tool, slice, "");
                measured.keep(tool, round, slice);
            }
        }
        return verdict(measured);
    }

    private int verdict(Measurements measured) {
        boolean missed = false;
        report.line("");
        for (String tool : TOOLS) {
            List<Double> ratios = measured.ratios(TOOLS.get(0), tool, Slice::serverMicrosPerCall);
            double ratio = Numbers.median(ratios);
            boolean enough = ratios.size() >= FEWEST_ROUNDS;
            missed |= enough && ratio < TARGET;
            report.line(
                    "%-10s %6.2f us/call   as fast as %s: %.3f (error %.3f)%s",
                    tool,
                    measured.median(tool, Slice::serverMicrosPerCall),
                    TOOLS.get(0),
                    ratio,
                    Numbers.errorOfMedian(ratios),
                    verdict(tool, ratio, enough));
        }
        return missed || measured.errors() > 0 ? 1 : 0;
    }

    private static String verdict(String tool, double ratio, boolean enough) {
        if (tool.equals(TOOLS.get(0))) {
            return "";
        }
        String result = !enough ? "too few rounds" : ratio >= TARGET ? "met" : "missed";
        return String.format(Locale.ROOT, "  >= %.2f  %s", TARGET, result);
    }
}
