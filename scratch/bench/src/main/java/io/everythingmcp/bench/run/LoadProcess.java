package io.everythingmcp.bench.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.everythingmcp.bench.client.BenchSession;
import io.everythingmcp.bench.client.EchoLoad;
import io.everythingmcp.bench.client.Latencies;
import io.everythingmcp.bench.client.Sessions;
import io.everythingmcp.bench.process.CpuSample;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The load generator's process: an order per input line, a slice per output line, until the input ends. */
public final class LoadProcess {
    private static final long WARM_UP_RAMP_MILLIS = 300;

    /** Long enough for the responses to the calls that were in progress when the slice before ended. */
    private static final long RAMP_MILLIS = 20;

    private final ObjectMapper json = new ObjectMapper();

    /** The connections of measured slices stay open, so that a slice can be short. */
    private final Map<Endpoint, EchoLoad> open = new HashMap<>();

    private record Endpoint(int port, String tool) {}

    private LoadProcess() {}

    public static void serve(InputStream in, PrintStream out) throws IOException, InterruptedException {
        new LoadProcess().run(new BufferedReader(new InputStreamReader(in)), out);
    }

    private void run(BufferedReader orders, PrintStream out) throws IOException, InterruptedException {
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            LoadOrder order = json.readValue(line, LoadOrder.class);
            out.println(json.writeValueAsString(order.calls() > 0 ? warmUp(order) : measure(order)));
            out.flush();
        }
    }

    private static Slice warmUp(LoadOrder order) throws InterruptedException {
        Sessions sessions = new Sessions(order.port());
        try {
            List<BenchSession> opened = sessions.open(order.connections());
            try (EchoLoad load = new EchoLoad(opened, order.tool())) {
                return slice(order, load, WARM_UP_RAMP_MILLIS);
            } finally {
                sessions.delete(opened);
            }
        } catch (IOException e) {
            return Slice.failed(e);
        }
    }

    private Slice measure(LoadOrder order) throws IOException, InterruptedException {
        Endpoint endpoint = new Endpoint(order.port(), order.tool());
        try {
            if (!open.containsKey(endpoint)) {
                List<BenchSession> opened = new Sessions(order.port()).open(order.connections());
                open.put(endpoint, new EchoLoad(opened, order.tool()));
            }
            Slice slice = slice(order, open.get(endpoint), RAMP_MILLIS);
            if (slice.errors() > 0) {
                close(endpoint);
            }
            return slice;
        } catch (IOException e) {
            close(endpoint);
            return Slice.failed(e);
        }
    }

    private void close(Endpoint endpoint) throws IOException {
        EchoLoad load = open.remove(endpoint);
        if (load != null) {
            load.close();
        }
    }

    private static Slice slice(LoadOrder order, EchoLoad load, long rampMillis) throws IOException {
        load.runMillis(rampMillis);
        load.startCounting();
        CpuSample start = CpuSample.now(order.serverPid());
        if (order.calls() > 0) {
            load.runCalls(order.calls());
        } else {
            load.runMillis(order.millis());
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
