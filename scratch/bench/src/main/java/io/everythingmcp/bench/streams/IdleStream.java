package io.everythingmcp.bench.streams;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.everythingmcp.bench.client.BenchSession;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Locale;

/** GET stream: waits for its headers, then reads keep-alive comments. */
final class IdleStream {
    private final SocketChannel channel = SocketChannel.open();
    private final BenchSession session;
    private final SwarmCount count;
    private String head = "";
    private boolean open;
    private boolean commented;
    private long sentAt;

    IdleStream(BenchSession session, Selector selector, SwarmCount count) throws IOException {
        this.session = session;
        this.count = count;
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_CONNECT, this);
        channel.connect(new InetSocketAddress("127.0.0.1", session.port()));
    }

    void connected(SelectionKey key) throws IOException {
        channel.finishConnect();
        key.interestOps(SelectionKey.OP_READ);
        sentAt = System.nanoTime();
        channel.write(ByteBuffer.wrap(("GET /mcp HTTP/1.1\r\n" + session.headerLines()
                        + "Accept: text/event-stream\r\n\r\n")
                .getBytes(US_ASCII)));
    }

    void read(ByteBuffer buffer) throws IOException {
        int length = channel.read(buffer);
        if (length < 0) {
            channel.close();
            if (open) {
                count.closedByServer();
            } else {
                count.refused("closed before the headers: " + head);
            }
            return;
        }
        String text = new String(buffer.array(), 0, length, US_ASCII);
        if (open) {
            body(text);
        } else {
            head(head + text);
        }
    }

    void close() throws IOException {
        channel.close();
    }

    private void head(String text) throws IOException {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            head = text;
            return;
        }
        head = "";
        String fields = text.substring(0, end).toLowerCase(Locale.ROOT);
        if (fields.startsWith("http/1.1 200") && fields.contains("text/event-stream")) {
            open = true;
            count.headersAfter(System.nanoTime() - sentAt);
            body(text.substring(end + 4));
        } else {
            count.refused(text);
            channel.close();
        }
    }

    private void body(String text) {
        if (!commented && (text.startsWith(":") || text.contains("\n:"))) {
            commented = true;
            count.commented();
        }
    }
}
