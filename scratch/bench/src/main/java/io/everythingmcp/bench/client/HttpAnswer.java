package io.everythingmcp.bench.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.Locale;

/** One HTTP/1.1 answer as it arrives: with Content-Length or chunked, the chunks joined in place. */
final class HttpAnswer {
    private byte[] bytes = new byte[8192];
    private int end;
    private int headEnd;
    private int searched;
    private int contentLength;
    private boolean chunked;
    private boolean eventStream;
    private int status;
    private int nextChunk;
    private int bodyEnd;

    void reset() {
        end = 0;
        headEnd = 0;
        searched = 0;
    }

    /** Reads what is there; true as soon as the answer is complete. */
    boolean readFrom(ReadableByteChannel channel) throws IOException {
        if (end == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        int count = channel.read(ByteBuffer.wrap(bytes, end, bytes.length - end));
        if (count < 0) {
            throw new IOException("the server closed the connection");
        }
        end += count;
        return isComplete();
    }

    int status() {
        return status;
    }

    boolean isEventStream() {
        return eventStream;
    }

    byte[] bytes() {
        return bytes;
    }

    int bodyStart() {
        return headEnd;
    }

    int bodyEnd() {
        return bodyEnd;
    }

    String bodyText() {
        return new String(bytes, headEnd, bodyEnd - headEnd, US_ASCII);
    }

    private boolean isComplete() throws IOException {
        if (headEnd == 0 && !readHead()) {
            return false;
        }
        return chunked ? joinChunks() : hasWholeBody();
    }

    private boolean hasWholeBody() {
        bodyEnd = headEnd + contentLength;
        return end >= bodyEnd;
    }

    private boolean readHead() throws IOException {
        int i = searched;
        while (i + 3 < end
                && !(bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n')) {
            i++;
        }
        searched = i;
        if (i + 3 >= end) {
            return false;
        }
        headEnd = i + 4;
        nextChunk = headEnd;
        bodyEnd = headEnd;
        status = (int) number(9, 12, 10);
        contentLength = 0;
        chunked = false;
        eventStream = false;
        readFields();
        return true;
    }

    private void readFields() throws IOException {
        int line = lineEnd(0) + 2;
        while (line < headEnd - 2) {
            int lineEnd = lineEnd(line);
            if (startsWith(line, "content-length: ")) {
                contentLength = (int) number(line + "content-length: ".length(), lineEnd, 10);
            } else if (startsWith(line, "transfer-encoding: chunked")) {
                chunked = true;
            } else if (startsWith(line, "content-type: text/event-stream")) {
                eventStream = true;
            }
            line = lineEnd + 2;
        }
    }

    private boolean joinChunks() throws IOException {
        while (true) {
            int sizeEnd = lineEnd(nextChunk);
            if (sizeEnd < 0) {
                return false;
            }
            int size = (int) number(nextChunk, sizeEnd, 16);
            int data = sizeEnd + 2;
            if (data + size + 2 > end) {
                return false;
            }
            System.arraycopy(bytes, data, bytes, bodyEnd, size);
            bodyEnd += size;
            nextChunk = data + size + 2;
            if (size == 0) {
                return true;
            }
        }
    }

    private int lineEnd(int from) {
        for (int i = from; i + 1 < end; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private long number(int from, int to, int radix) throws IOException {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(bytes[i], radix);
            if (digit < 0) {
                throw new IOException("not a number: " + new String(bytes, from, to - from, US_ASCII));
            }
            value = value * radix + digit;
        }
        return value;
    }

    private boolean startsWith(int from, String lowerCase) {
        if (from + lowerCase.length() > end) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if (Character.toLowerCase((char) bytes[from + i]) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "HTTP %d, %d bytes", status, end);
    }
}
