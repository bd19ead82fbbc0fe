package io.everythingmcp.bench.process;

import io.everythingmcp.bench.client.Sessions;
import java.io.IOException;
import java.util.List;

/** A running server that has answered an {@code initialize}. */
public record Server(String name, int port, Child child) implements AutoCloseable {
    private static final int START_SECONDS = 40;

    public long pid() {
        return child.pid();
    }

    public Sessions sessions() {
        return new Sessions(port);
    }

    Server awaitReady() throws InterruptedException {
        IOException last = null;
        for (int tries = 0; tries < START_SECONDS * 5; tries++) {
            if (!child.process().isAlive()) {
                break;
            }
            try {
                Sessions sessions = sessions();
                sessions.delete(List.of(sessions.open()));
                return this;
            } catch (IOException e) {
                last = e;
                Thread.sleep(200);
            }
        }
        child.close();
        throw new IllegalStateException(name + " did not start, see its log; last answer: " + last);
    }

    @Override
    public void close() {
        child.close();
    }
}
