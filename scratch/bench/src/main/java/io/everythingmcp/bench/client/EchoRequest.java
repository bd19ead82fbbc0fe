package io.everythingmcp.bench.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/** The bytes of one {@code tools/call} of a tool that echoes, rendered once; a call only writes its id into them. */
final class EchoRequest {
    static final long FIRST_ID = 100_000_000L;

    private static final String ID = Long.toString(FIRST_ID);
    private static final String BODY = """
            {"jsonrpc":"2.0","id":%s,"method":"tools/call","params":{"name":"%s","arguments":{"message":"bench %s"}}}""";

    private final byte[] request;
    private final byte[] expectedText = ("Echo: bench " + ID).getBytes(US_ASCII);
    private final int idAt;
    private final int messageAt;

    EchoRequest(BenchSession session, String tool) {
        String body = BODY.formatted(ID, tool, ID);
        String text = "POST /mcp HTTP/1.1\r\n" + session.headerLines()
                + "Content-Type: application/json\r\n"
                + "Accept: application/json, text/event-stream\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        request = text.getBytes(US_ASCII);
        idAt = text.length() - body.length() + body.indexOf(ID);
        messageAt = text.length() - body.length() + body.lastIndexOf(ID);
    }

    ByteBuffer withId(long id) {
        long rest = id;
        for (int digit = ID.length() - 1; digit >= 0; digit--) {
            byte character = (byte) ('0' + rest % 10);
            request[idAt + digit] = character;
            request[messageAt + digit] = character;
            expectedText[expectedText.length - ID.length() + digit] = character;
            rest /= 10;
        }
        return ByteBuffer.wrap(request);
    }

    /** The text that the answer to the last id must contain. */
    byte[] expectedText() {
        return expectedText;
    }
}
