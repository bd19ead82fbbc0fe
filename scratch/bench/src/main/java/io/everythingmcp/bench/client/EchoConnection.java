package io.everythingmcp.bench.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A keep-alive connection with one session and at most one call in progress. */
final class EchoConnection {
    private final SocketChannel channel;
    private final EchoRequest request;
    private final HttpAnswer answer = new HttpAnswer();
    private final EchoCheck check = new EchoCheck();
    private long id;
    private long sentAt;

    EchoConnection(BenchSession session, String tool, Selector selector) throws IOException {
        request = new EchoRequest(session, tool);
        channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", session.port()));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    void call(long callId) throws IOException {
        id = callId;
        ByteBuffer bytes = request.withId(callId);
        answer.reset();
        sentAt = System.nanoTime();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    boolean answered() throws IOException {
        return answer.readFrom(channel);
    }

    long sentAt() {
        return sentAt;
    }

    /** What is wrong with the answer, null if nothing. */
    String fault() {
        return check.isRight(answer, id, request.expectedText())
                ? null
                : "call " + id + ": " + answer + ": " + answer.bodyText();
    }

    void close() throws IOException {
        channel.close();
    }
}
