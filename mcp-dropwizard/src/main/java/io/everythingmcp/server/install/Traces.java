package io.everythingmcp.server.install;

import io.dropwizard.core.setup.Environment;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.config.Lists;
import io.everythingmcp.server.config.tracing.TracingConfiguration;
import io.everythingmcp.server.ops.tracing.Tracing;
import io.everythingmcp.server.protocol.ServerIdentity;
import io.everythingmcp.server.protocol.ServerRuntime;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.util.component.LifeCycle;

/** Traces a server where a collector is configured. */
public final class Traces {
  private static final String PATH = "/v1/traces";

  private Traces() {}

  /** Begins; what is left is sent when the server has stopped. */
  public static void install(
      ServerRuntime runtime, EverythingConfiguration configuration, Environment environment) {
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

  /** Begins; gives what sends the rest. Where no collector is configured nothing happens. */
  public static Runnable begin(ServerRuntime runtime, EverythingConfiguration configuration) {
    TracingConfiguration tracing = configuration.getTracing();
    if (tracing.getEndpoint().isEmpty()) {
      return () -> {};
    }
    ServerIdentity identity = runtime.identity();
    String name = tracing.getServiceName().isEmpty() ? identity.name() : tracing.getServiceName();
    Tracing begun =
        Tracing.to(
            new Tracing.Collector(
                url(tracing.getEndpoint()),
                headers(tracing.getHeaders()),
                tracing.getInterval().toJavaDuration(),
                tracing.getTimeout().toJavaDuration()),
            new Tracing.Service(name, identity.version()),
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
    for (String header : Lists.of(text)) {
      int name = header.indexOf('=');
      String value = header.substring(name + 1).replace("+", "%2B");
      headers.put(header.substring(0, name), URLDecoder.decode(value, StandardCharsets.UTF_8));
    }
    return headers;
  }
}
