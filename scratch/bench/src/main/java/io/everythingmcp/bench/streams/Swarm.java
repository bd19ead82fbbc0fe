package io.everythingmcp.bench.streams;

import io.everythingmcp.bench.client.BenchSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Many idle GET streams on one thread. */
final class Swarm implements Runnable {
    private static final long TICK_MILLIS = 5;

    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);
    private final List<IdleStream> streams = new ArrayList<>();
    private final SwarmCount count = new SwarmCount();
    private final Queue<BenchSession> waiting;
    private final int openPerSecond;
    private volatile boolean closing;

    Swarm(List<BenchSession> sessions, int openPerSecond) throws IOException {
        this.waiting = new ArrayDeque<>(sessions);
        this.openPerSecond = openPerSecond;
    }

    SwarmCount count() {
        return count;
    }

    /** Makes the thread close all connections without a word to the server and end. */
    void close() {
        closing = true;
        selector.wakeup();
    }

    @Override
    public void run() {
        try (selector) {
            long start = System.nanoTime();
            while (!closing) {
                openDue((System.nanoTime() - start) / 1e9);
                selector.select(this::handle, TICK_MILLIS);
            }
            for (IdleStream stream : streams) {
                stream.close();
            }
        } catch (IOException e) {
            count.failed(e);
        }
    }

    private void openDue(double elapsedSeconds) throws IOException {
        long due = (long) (elapsedSeconds * openPerSecond);
        while (streams.size() < due && !waiting.isEmpty()) {
            streams.add(new IdleStream(waiting.remove(), selector, count));
        }
    }

    private void handle(SelectionKey key) {
        IdleStream stream = (IdleStream) key.attachment();
        try {
            if (key.isConnectable()) {
                stream.connected(key);
            } else {
                stream.read(buffer.clear());
            }
        } catch (IOException e) {
            count.failed(e);
            key.cancel();
        }
    }
}
