package io.everythingmcp.bench.companion;

import jakarta.servlet.http.HttpServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** One servlet at /mcp on a bare Jetty. */
final class JettyHost {
    private static final int MAX_THREADS = 200;

    private JettyHost() {}

    static void start(int port, HttpServlet servlet) throws Exception {
        Server server = new Server(new QueuedThreadPool(MAX_THREADS));
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);

        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(holder, "/mcp");
        server.setHandler(context);
        server.start();
    }
}
