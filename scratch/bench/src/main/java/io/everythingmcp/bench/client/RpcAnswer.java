package io.everythingmcp.bench.client;

/** The members of a JSON-RPC answer that say whether it is the right one, read without building a tree. */
final class RpcAnswer {
    private static final long NONE = -1;

    private long id;
    private boolean result;
    private boolean error;

    /** Reads the JSON object in {@code bytes[from, to)}. */
    void scan(byte[] bytes, int from, int to) {
        id = NONE;
        result = false;
        error = false;
        int depth = 0;
        boolean nameNext = false;
        for (int i = from; i < to; i++) {
            switch (bytes[i]) {
                case '{', '[' -> nameNext = ++depth == 1;
                case '}', ']' -> depth--;
                case ',' -> nameNext = depth == 1;
                case '"' -> {
                    int close = closingQuote(bytes, i + 1, to);
                    if (nameNext) {
                        member(bytes, i + 1, close, to);
                        nameNext = false;
                    }
                    i = close;
                }
                default -> { }
            }
        }
    }

    boolean isResultOf(long expectedId) {
        return id == expectedId && result && !error;
    }

    private void member(byte[] bytes, int from, int to, int limit) {
        if (is("id", bytes, from, to)) {
            id = number(bytes, to + 1, limit);
        } else if (is("result", bytes, from, to)) {
            result = true;
        } else if (is("error", bytes, from, to)) {
            error = true;
        }
    }

    private static int closingQuote(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] != '"') {
            i += bytes[i] == '\\' ? 2 : 1;
        }
        return i;
    }

    private static boolean is(String name, byte[] bytes, int from, int to) {
        if (to - from != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (bytes[from + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static long number(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && (bytes[i] == ':' || bytes[i] == ' ')) {
            i++;
        }
        if (i == to || bytes[i] < '0' || bytes[i] > '9') {
            return NONE;
        }
        long value = 0;
        for (; i < to && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }
}
