package io.everythingmcp.bench.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import org.junit.jupiter.api.Test;

class HttpAnswerTest {
    private static final String SIZED = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n{\"a\":1}";
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n6\r\ndata: \r\nB\r\n{\"a\":1}\n\nxx\r\n0\r\n\r\n";

    @Test
    void readsASizedAnswerWhereverItIsCut() throws IOException {
        for (int cut = 1; cut < SIZED.length(); cut++) {
            HttpAnswer answer = new HttpAnswer();
            assertFalse(answer.readFrom(channel(SIZED.substring(0, cut))), "complete at " + cut);
            assertTrue(answer.readFrom(channel(SIZED.substring(cut))));
            assertEquals(200, answer.status());
            assertEquals("{\"a\":1}", answer.bodyText());
            assertFalse(answer.isEventStream());
        }
    }

    @Test
    void joinsChunksWhereverTheyAreCut() throws IOException {
        for (int cut = 1; cut < CHUNKED.length(); cut++) {
            HttpAnswer answer = new HttpAnswer();
            assertFalse(answer.readFrom(channel(CHUNKED.substring(0, cut))), "complete at " + cut);
            assertTrue(answer.readFrom(channel(CHUNKED.substring(cut))));
            assertEquals("data: {\"a\":1}\n\nxx", answer.bodyText());
            assertTrue(answer.isEventStream());
        }
    }

    @Test
    void canBeUsedAgainAfterAReset() throws IOException {
        HttpAnswer answer = new HttpAnswer();
        assertTrue(answer.readFrom(channel(CHUNKED)));
        answer.reset();
        assertTrue(answer.readFrom(channel(SIZED)));
        assertEquals("{\"a\":1}", answer.bodyText());
    }

    @Test
    void aClosedConnectionIsAnError() {
        assertThrows(IOException.class, () -> new HttpAnswer().readFrom(channel("")));
    }

    private static ReadableByteChannel channel(String text) {
        return Channels.newChannel(new ByteArrayInputStream(text.getBytes(US_ASCII)));
    }
}
