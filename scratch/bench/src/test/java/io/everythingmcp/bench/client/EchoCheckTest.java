package io.everythingmcp.bench.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import org.junit.jupiter.api.Test;

class EchoCheckTest {
    private static final String RIGHT = """
            {"jsonrpc":"2.0","id":7,"result":{"content":[{"type":"text","text":"Echo: bench 7"}],"isError":false}}""";

    @Test
    void acceptsTheEchoAsJson() throws IOException {
        assertTrue(isRight("200 OK", "application/json", RIGHT));
    }

    @Test
    void acceptsTheEchoAsAnEventAmongOthers() throws IOException {
        String events = "id: 1\ndata: \n\ndata: {\"jsonrpc\":\"2.0\",\"method\":\"x\"}\n\nevent: message\ndata: " + RIGHT + "\n\n";
        assertTrue(isRight("200 OK", "text/event-stream", events));
    }

    @Test
    void acceptsMembersInAnyOrder() throws IOException {
        assertTrue(isRight(
                "200 OK",
                "application/json",
                """
                {"result":{"id":9,"content":[{"text":"a \\"id\\": Echo: bench 7"}]}, "id": 7}"""));
    }

    @Test
    void rejectsAnotherId() throws IOException {
        assertFalse(isRight("200 OK", "application/json", RIGHT.replace("\"id\":7", "\"id\":8")));
    }

    @Test
    void rejectsAnotherText() throws IOException {
        assertFalse(isRight("200 OK", "application/json", RIGHT.replace("bench 7", "bench 8")));
    }

    @Test
    void rejectsAToolError() throws IOException {
        assertFalse(isRight("200 OK", "application/json", RIGHT.replace("false", "true")));
    }

    @Test
    void rejectsAProtocolError() throws IOException {
        assertFalse(isRight("200 OK", "application/json", RIGHT.replace("result", "error")));
    }

    @Test
    void rejectsAnotherStatus() throws IOException {
        assertFalse(isRight("500 Oops", "application/json", RIGHT));
    }

    @Test
    void rejectsAStreamWithoutTheAnswer() throws IOException {
        assertFalse(isRight("200 OK", "text/event-stream", "data: \n\n: Echo: bench 7\n\n"));
    }

    private static boolean isRight(String status, String type, String body) throws IOException {
        String text = "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
        HttpAnswer answer = new HttpAnswer();
        assertTrue(answer.readFrom(Channels.newChannel(new ByteArrayInputStream(text.getBytes(US_ASCII)))));
        return new EchoCheck().isRight(answer, 7, "Echo: bench 7".getBytes(US_ASCII));
    }
}
