package io.everythingmcp.bench.companion;

import io.dropwizard.configuration.ResourceConfigurationSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import jakarta.servlet.ServletRegistration;

/** The echo servlet inside a plain Dropwizard; its settings are in {@code dropwizard.yml}. */
public final class DropwizardServer extends Application<Configuration> {
    public static void start(int port) throws Exception {
        System.setProperty("dw.server.connector.port", Integer.toString(port));
        new DropwizardServer().run("server", "dropwizard.yml");
    }

    @Override
    public void initialize(Bootstrap<Configuration> bootstrap) {
        bootstrap.setConfigurationSourceProvider(new ResourceConfigurationSourceProvider());
    }

    @Override
    public void run(Configuration configuration, Environment environment) {
        ServletRegistration.Dynamic echo = environment.servlets().addServlet("echo", new EchoServlet());
        echo.addMapping("/mcp");
        echo.setAsyncSupported(true);
    }
}
