package io.everythingmcp.bench.client;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Keeps every connection busy with one call of a tool that echoes after the other, on the calling thread. */
public final class EchoLoad implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 5000;

    /** The tool that all servers have. */
    public static final String ECHO = "echo";

    private final Selector selector = Selector.open();
    private final List<EchoConnection> connections = new ArrayList<>();
    private final Latencies latencies = new Latencies();
    private long nextId = EchoRequest.FIRST_ID;
    private long errors;
    private String firstError;

    public EchoLoad(List<BenchSession> sessions, String tool) throws IOException {
        for (BenchSession session : sessions) {
            connections.add(new EchoConnection(session, tool, selector));
        }
        for (EchoConnection connection : connections) {
            connection.call(nextId++);
        }
    }

    public void runCalls(long calls) throws IOException {
        long target = latencies.total() + calls;
        runUntil(() -> latencies.total() >= target);
    }

    public void runMillis(long millis) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        runUntil(() -> System.nanoTime() >= deadline);
    }

    /** Resets the number of responses, but not that of errors. */
    public void startCounting() {
        latencies.clear();
    }

    public Latencies latencies() {
        return latencies;
    }

    public long errors() {
        return errors;
    }

    public String firstError() {
        return firstError;
    }

    private void runUntil(BooleanSupplier done) throws IOException {
        while (!done.getAsBoolean()) {
            if (selector.select(this::answer, PATIENCE_MILLIS) == 0) {
                throw new IOException("no answer for " + PATIENCE_MILLIS + " ms");
            }
        }
    }

    private void answer(SelectionKey key) {
        EchoConnection connection = (EchoConnection) key.attachment();
        try {
            if (!connection.answered()) {
                return;
            }
            latencies.record(System.nanoTime() - connection.sentAt());
            count(connection.fault());
            connection.call(nextId++);
        } catch (IOException e) {
            count(e.toString());
            key.cancel();
        }
    }

    private void count(String fault) {
        if (fault != null) {
            errors++;
            firstError = firstError == null ? fault : firstError;
        }
    }

    @Override
    public void close() throws IOException {
        for (EchoConnection connection : connections) {
            connection.close();
        }
        selector.close();
    }
}
