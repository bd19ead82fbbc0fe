package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.logging.common.ConsoleAppenderFactory;
import io.dropwizard.logging.common.DefaultLoggingFactory;
import io.everythingmcp.server.configuration.file.CheckedConfigurationFactory;
import io.everythingmcp.server.observation.logging.RedactingLayoutFactory;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The file {@code config.yml} of the project, read as the server reads it. */
final class ConfigurationFile {
  private static final String OURS = McpConfiguration.class.getPackageName();
  static final Path PATH = Path.of("..", "config.yml");

  private static final Validator VALIDATOR = Validators.newValidator();

  private ConfigurationFile() {}

  /** Returns the configuration with exactly these environment variables. */
  static McpConfiguration load(Map<String, String> environment)
      throws IOException, ConfigurationException {
    return load(PATH, environment);
  }

  static McpConfiguration load(Path file, Map<String, String> environment)
      throws IOException, ConfigurationException {
    return new CheckedConfigurationFactory<>(
            McpConfiguration.class,
            VALIDATOR,
            Jackson.newObjectMapper(),
            "dw.none",
            environment::get,
            c -> {},
            c -> List.of())
        .build(new FileConfigurationSourceProvider(), file.toString());
  }

  static String text() {
    try {
      return Files.readString(PATH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns every value of this project in a configuration, by its path in the file. */
  static Map<String, String> values(McpConfiguration configuration) {
    Map<String, String> values = new TreeMap<>();
    collect("", configuration, values);
    return values;
  }

  private static void collect(String prefix, Object bean, Map<String, String> values) {
    for (Method getter : getters(bean.getClass())) {
      Object value = call(getter, bean);
      String path = prefix + name(getter);
      if (value instanceof Map<?, ?> map && map.values().stream().anyMatch(v -> isOurs(v))) {
        map.forEach((key, entry) -> collect(path + "." + key + ".", entry, values));
      } else if (isOurs(value)) {
        collect(path + ".", value, values);
      } else {
        values.put(path, value.toString());
      }
    }
  }

  private static boolean isOurs(Object value) {
    return value.getClass().getPackageName().startsWith(OURS) && !(value instanceof Enum);
  }

  private static List<Method> getters(Class<?> type) {
    List<Method> getters = new ArrayList<>();
    for (Method method : type.getDeclaredMethods()) {
      if (method.isAnnotationPresent(JsonProperty.class) && method.getParameterCount() == 0) {
        getters.add(method);
      }
    }
    return getters;
  }

  private static String name(Method getter) {
    String name = getter.getName().replaceFirst("^(get|is)", "");
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static Object call(Method getter, Object bean) {
    try {
      return getter.invoke(bean);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns every value of this project, and the Dropwizard values that a variable sets. */
  static Map<String, String> everything(McpConfiguration configuration) {
    Map<String, String> values = values(configuration);
    DefaultServerFactory server = (DefaultServerFactory) configuration.getServerFactory();
    connector("application", server.getApplicationConnectors(), values);
    connector("admin", server.getAdminConnectors(), values);
    values.put(
        "logging.level", ((DefaultLoggingFactory) configuration.getLoggingFactory()).getLevel());
    ConsoleAppenderFactory<?> console =
        (ConsoleAppenderFactory<?>)
            ((DefaultLoggingFactory) configuration.getLoggingFactory()).getAppenders().get(0);
    values.put(
        "logging.format", ((RedactingLayoutFactory) console.getLayout()).getFormat().toString());
    values.put("requestLog.enabled", Boolean.toString(server.getRequestLogFactory().isEnabled()));
    return values;
  }

  private static void connector(
      String name, List<ConnectorFactory> connectors, Map<String, String> values) {
    HttpConnectorFactory http = (HttpConnectorFactory) connectors.get(0);
    values.put(name + ".port", Integer.toString(http.getPort()));
    values.put(name + ".bindHost", http.getBindHost());
  }
}
