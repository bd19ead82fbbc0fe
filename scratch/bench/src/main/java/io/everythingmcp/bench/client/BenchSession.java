package io.everythingmcp.bench.client;

/** An initialized session as the server gave it: where, which id, which revision. */
public record BenchSession(int port, String id, String revision) {
    /** The header lines that every later request of this session carries. */
    public String headerLines() {
        return "Host: 127.0.0.1:" + port + "\r\n"
                + "Mcp-Session-Id: " + id + "\r\n"
                + "MCP-Protocol-Version: " + revision + "\r\n";
    }
}
