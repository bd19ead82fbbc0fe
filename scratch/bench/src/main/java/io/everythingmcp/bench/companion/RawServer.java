package io.everythingmcp.bench.companion;

/** The floor: the echo servlet on a bare Jetty. */
public final class RawServer {
    private RawServer() {}

    public static void start(int port) throws Exception {
        JettyHost.start(port, new EchoServlet());
    }
}
