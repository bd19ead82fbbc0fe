package io.everythingmcp.bench.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Checks that a response is the expected echo, as plain JSON or as an event stream. */
final class EchoCheck {
    private static final byte[] TOOL_ERROR = "\"isError\":true".getBytes(US_ASCII);
    private static final byte[] DATA = "data:".getBytes(US_ASCII);

    private final RpcAnswer rpc = new RpcAnswer();

    boolean isRight(HttpAnswer answer, long id, byte[] expectedText) {
        if (answer.status() != 200) {
            return false;
        }
        byte[] bytes = answer.bytes();
        if (!answer.isEventStream()) {
            return isEcho(bytes, answer.bodyStart(), answer.bodyEnd(), id, expectedText);
        }
        int line = answer.bodyStart();
        while (line < answer.bodyEnd()) {
            int lineEnd = lineEnd(bytes, line, answer.bodyEnd());
            if (isAt(line, DATA, bytes, lineEnd) && isEcho(bytes, line + DATA.length, lineEnd, id, expectedText)) {
                return true;
            }
            line = lineEnd + 1;
        }
        return false;
    }

    private boolean isEcho(byte[] bytes, int from, int to, long id, byte[] expectedText) {
        rpc.scan(bytes, from, to);
        return rpc.isResultOf(id) && contains(bytes, from, to, expectedText) && !contains(bytes, from, to, TOOL_ERROR);
    }

    private static int lineEnd(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] != '\n') {
            i++;
        }
        return i;
    }

    private static boolean contains(byte[] bytes, int from, int to, byte[] text) {
        for (int i = from; i + text.length <= to; i++) {
            if (isAt(i, text, bytes, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(int from, byte[] text, byte[] bytes, int to) {
        if (from + text.length > to) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (bytes[from + i] != text[i]) {
                return false;
            }
        }
        return true;
    }
}
