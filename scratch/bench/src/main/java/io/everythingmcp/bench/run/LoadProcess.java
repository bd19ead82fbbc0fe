package io.everythingmcp.bench.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.everythingmcp.bench.client.EchoLoad;
import io.everythingmcp.bench.client.Latencies;
import io.everythingmcp.bench.client.BenchSession;
import io.everythingmcp.bench.client.Sessions;
import io.everythingmcp.bench.process.CpuSample;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.List;

/** The load generator's process: an order per input line, a slice per output line, until the input ends. */
public final class LoadProcess {
    private static final long RAMP_MILLIS = 300;

    private LoadProcess() {}

    public static void serve(InputStream in, PrintStream out) throws IOException, InterruptedException {
        ObjectMapper json = new ObjectMapper();
        BufferedReader orders = new BufferedReader(new InputStreamReader(in));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            out.println(json.writeValueAsString(carryOut(json.readValue(line, LoadOrder.class))));
            out.flush();
        }
    }

    private static Slice carryOut(LoadOrder order) throws InterruptedException {
        Sessions sessions = new Sessions(order.port());
        try {
            List<BenchSession> opened = sessions.open(order.connections());
            Slice slice = load(order, opened);
            sessions.delete(opened);
            return slice;
        } catch (IOException e) {
            return Slice.failed(e);
        }
    }

    private static Slice load(LoadOrder order, List<BenchSession> sessions) throws IOException {
        try (EchoLoad load = new EchoLoad(sessions, order.tool())) {
            load.runMillis(RAMP_MILLIS);
            load.startCounting();
            CpuSample start = CpuSample.now(order.serverPid());
            if (order.calls() > 0) {
                load.runCalls(order.calls());
            } else {
                load.runMillis(order.seconds() * 1000L);
            }
            CpuSample used = CpuSample.now(order.serverPid()).since(start);
            Latencies latencies = load.latencies();
            return new Slice(
                    latencies.total(),
                    used.seconds(),
                    latencies.millis(0.5),
                    latencies.millis(0.99),
                    used.server(),
                    used.compiler(),
                    used.self(),
                    used.foreign(),
                    load.errors(),
                    load.firstError());
        }
    }
}
