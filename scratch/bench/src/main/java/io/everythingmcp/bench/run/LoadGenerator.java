package io.everythingmcp.bench.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.everythingmcp.bench.process.Server;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;

/** The near end of the load generator's process. */
final class LoadGenerator {
    private final ObjectMapper json = new ObjectMapper();
    private final int connections;
    private final PrintStream orders;
    private final BufferedReader slices;

    LoadGenerator(Process process, int connections) {
        this.connections = connections;
        orders = new PrintStream(process.getOutputStream(), true);
        slices = process.inputReader();
    }

    Slice warmUp(Server server, String tool, long calls) throws IOException {
        return carryOut(new LoadOrder(server.port(), server.pid(), connections, tool, calls, 0));
    }

    Slice measure(Server server, String tool, long millis) throws IOException {
        return carryOut(new LoadOrder(server.port(), server.pid(), connections, tool, 0, millis));
    }

    private Slice carryOut(LoadOrder order) throws IOException {
        orders.println(json.writeValueAsString(order));
        String line = slices.readLine();
        if (line == null) {
            throw new IOException("the load generator has ended, see its log");
        }
        return json.readValue(line, Slice.class);
    }
}
