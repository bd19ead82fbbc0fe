package io.everythingmcp.bench.streams;

import io.everythingmcp.bench.client.EchoLoad;
import io.everythingmcp.bench.client.BenchSession;
import io.everythingmcp.bench.client.Sessions;
import io.everythingmcp.bench.process.Proc;
import io.everythingmcp.bench.process.Quiet;
import io.everythingmcp.bench.process.Server;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One server through all stages: warm, with sessions, with streams, without clients, without sessions. */
final class StreamTrial {
    private static final int WARM_UP_CONNECTIONS = 16;
    private static final int WARM_UP_SESSIONS = 1000;
    private static final int SETTLE_SECONDS = 20;
    private static final int FEW_FILES = 20;
    private static final long LOOK_MILLIS = 100;

    private final StreamSettings settings;
    private final Server server;
    private final StreamReport report;

    StreamTrial(StreamSettings settings, Server server, StreamReport report) {
        this.settings = settings;
        this.server = server;
        this.report = report;
    }

    /** Returns whether all targets are met. */
    boolean run() throws IOException, InterruptedException {
        Sessions sessions = server.sessions();
        warmUp(sessions);
        Stage start = report.stage(Stage.take("start (warm)", server));

        List<BenchSession> opened = sessions.open(settings.streams());
        Stage idle = report.stage(Stage.take("with sessions", server));

        Swarm swarm = new Swarm(opened, settings.openPerSecond());
        Thread thread = new Thread(swarm, "swarm");
        thread.start();
        SwarmCount count = swarm.count();
        int openSeconds = settings.streams() / settings.openPerSecond() + 1;
        await(() -> count.withHeaders() + count.lost() >= settings.streams(), openSeconds + settings.headerWait());
        report.stage(Stage.take("with streams", server));
        Thread.sleep(2 * settings.keepAlive() * 1000L + LOOK_MILLIS);
        Stage streaming = report.stage(Stage.take("with streams, two intervals later", server));
        report.swarm(count);

        swarm.close();
        thread.join();
        double filesBack = awaitClosed(idle.openFiles() + FEW_FILES);
        Stage gone = report.stage(Stage.take("clients gone for two intervals", server));
        sessions.delete(opened);
        Stage deleted = report.stage(Stage.take("sessions deleted", server));
        return report.verdict(new StreamStages(start, idle, streaming, gone, deleted), count, filesBack);
    }

    private void warmUp(Sessions sessions) throws IOException, InterruptedException {
        List<BenchSession> opened = sessions.open(WARM_UP_CONNECTIONS);
        try (EchoLoad load = new EchoLoad(opened, EchoLoad.ECHO)) {
            load.runCalls(settings.warmUpCalls());
        }
        sessions.delete(opened);
        sessions.delete(sessions.open(WARM_UP_SESSIONS));
        Quiet.awaitCompilers(server.pid(), SETTLE_SECONDS);
        Stage.take("", server);
    }

    /** Waits two intervals; returns after how many seconds the server had closed its ends, -1 if it did not. */
    private double awaitClosed(int openFiles) throws InterruptedException {
        long start = System.nanoTime();
        int total = 2 * settings.keepAlive();
        await(() -> Proc.openFiles(server.pid()) <= openFiles, total);
        double seconds = (System.nanoTime() - start) / 1e9;
        boolean closed = Proc.openFiles(server.pid()) <= openFiles;
        Thread.sleep(Math.max(0, (long) ((total - seconds) * 1000)));
        return closed ? seconds : -1;
    }

    private static void await(BooleanSupplier done, int maxSeconds) throws InterruptedException {
        long deadline = System.nanoTime() + maxSeconds * 1_000_000_000L;
        while (!done.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
