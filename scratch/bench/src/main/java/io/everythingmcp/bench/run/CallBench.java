package io.everythingmcp.bench.run;

import io.everythingmcp.bench.Options;
import io.everythingmcp.bench.client.EchoLoad;
import io.everythingmcp.bench.process.Child;
import io.everythingmcp.bench.process.Core;
import io.everythingmcp.bench.process.Launcher;
import io.everythingmcp.bench.process.Quiet;
import io.everythingmcp.bench.process.Server;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code tools/call echo}: all servers up and warm, slices interleaved, the order rotated each round. */
public final class CallBench {
    /** A server is warm when its compilers use less than this share of a core. */
    static final double WARM = 0.05;

    private static final long WARM_UP_STEP = 50_000;
    private static final int QUIET_SECONDS = 15;
    private static final int TRIES = 3;

    private final CallReport report = new CallReport(System.out);
    private final int rounds;
    private final int millis;
    private final long warmUpCalls;
    private final int warmUpSeconds;
    private final double noisy;

    private CallBench(Options options) {
        rounds = options.number("rounds", 80);
        millis = options.number("millis", 250);
        warmUpCalls = options.number("warmup", 200_000);
        warmUpSeconds = options.number("warmup-seconds", 90);
        noisy = options.number("noisy-percent", 20) / 100.0;
    }

    /** Returns 0, or 1 if a target was missed or an answer was wrong. */
    public static int run(Options options) throws IOException, InterruptedException {
        CallBench bench = new CallBench(options);
        Launcher launcher = new Launcher(options).forOneCore();
        List<String> wanted = options.list("servers", "ours,raw,dropwizard,sdk");
        int connections = options.number("connections", 16);
        options.rejectUnknown();

        List<Server> servers = new ArrayList<>();
        try (Child process = launcher.startLoad()) {
            Core.LOAD.pin(process.pid());
            LoadGenerator load = new LoadGenerator(process.process(), connections);
            for (String name : wanted) {
                if (launcher.canStart(name)) {
                    servers.add(launcher.start(name));
                } else {
                    bench.report.line("%s is left out: its jar is not built", name);
                }
            }
            return bench.measure(servers, load);
        } finally {
            servers.forEach(Server::close);
        }
    }

    private int measure(List<Server> servers, LoadGenerator load) throws IOException, InterruptedException {
        if (!Core.canPin()) {
            report.line("not pinned (no taskset, or one core): servers and load compete, compare us/call");
        }
        for (Server server : servers) {
            warmUp(server, load);
            Core.SERVER.pin(server.pid());
        }
        Measurements measured =
                new Measurements(servers.stream().map(Server::name).toList());
        for (int round = 0; round < rounds; round++) {
            List<Server> order = new ArrayList<>(servers);
            Collections.rotate(order, -round);
            Quiet.await(noisy, QUIET_SECONDS);
            for (Server server : order) {
                measureQuietly(server, round, load, measured);
            }
        }
        report.table(measured);
        boolean missed = Target.ALL.stream().anyMatch(target -> target.verdict(measured) == Target.Verdict.MISSED);
        return missed || measured.errors() > 0 ? 1 : 0;
    }

    private void warmUp(Server server, LoadGenerator load) throws IOException {
        long deadline = System.nanoTime() + warmUpSeconds * 1_000_000_000L;
        Slice slice = load.warmUp(server, EchoLoad.ECHO, warmUpCalls);
        report.slice("warm-up", server.name(), slice, "");
        while (slice.compilerShare() > WARM && slice.errors() == 0 && System.nanoTime() < deadline) {
            slice = load.warmUp(server, EchoLoad.ECHO, WARM_UP_STEP);
            report.slice("warm-up", server.name(), slice, "");
        }
    }

    private void measureQuietly(Server server, int round, LoadGenerator load, Measurements measured)
            throws IOException, InterruptedException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Slice slice = load.measure(server, EchoLoad.ECHO, millis);
            boolean keep = slice.foreignShare() <= noisy || slice.errors() > 0;
            report.slice("round " + (round + 1), server.name(), slice, keep ? "" : "(noisy, dropped)");
            if (keep) {
                measured.keep(server.name(), round, slice);
                return;
            }
            measured.drop(server.name());
        }
    }
}
