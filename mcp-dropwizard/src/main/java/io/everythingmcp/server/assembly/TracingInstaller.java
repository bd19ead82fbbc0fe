package io.everythingmcp.server.assembly;

import io.dropwizard.core.setup.Environment;
import io.everythingmcp.server.configuration.CommaSeparatedList;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.tracing.TracingConfiguration;
import io.everythingmcp.server.observation.tracing.McpTracing;
import io.everythingmcp.server.protocol.ServerImplementation;
import io.everythingmcp.server.protocol.ServerRuntime;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.util.component.LifeCycle;

/** Traces a server where a collector is configured. */
public final class TracingInstaller {
  private static final String PATH = "/v1/traces";

  private TracingInstaller() {}

  /** Begins; what is left is sent when the server has stopped. */
  public static void install(
      ServerRuntime runtime, McpConfiguration configuration, Environment environment) {
    Runnable end = begin(runtime, configuration);
    environment
        .lifecycle()
        .addEventListener(
            new LifeCycle.Listener() {
              @Override
              public void lifeCycleStopped(LifeCycle event) {
                end.run();
              }
            });
  }

  /** Starts tracing if a collector is configured; returns the action that sends the last spans. */
  public static Runnable begin(ServerRuntime runtime, McpConfiguration configuration) {
    TracingConfiguration tracing = configuration.getTracing();
    if (tracing.getEndpoint().isEmpty()) {
      return () -> {};
    }
    ServerImplementation identity = runtime.identity();
    String name = tracing.getServiceName().isEmpty() ? identity.name() : tracing.getServiceName();
    McpTracing begun =
        McpTracing.to(
            new McpTracing.Collector(
                url(tracing.getEndpoint()),
                headers(tracing.getHeaders()),
                tracing.getInterval().toJavaDuration(),
                tracing.getTimeout().toJavaDuration()),
            new McpTracing.Service(name, identity.version()),
            tracing.getSampleRatio());
    begun.watch(runtime.operations(), runtime.catalog());
    return begun::close;
  }

  static String url(String endpoint) {
    return (endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint)
        + PATH;
  }

  static Map<String, String> headers(String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String header : CommaSeparatedList.of(text)) {
      int name = header.indexOf('=');
      String value = header.substring(name + 1).replace("+", "%2B");
      headers.put(header.substring(0, name), URLDecoder.decode(value, StandardCharsets.UTF_8));
    }
    return headers;
  }
}
