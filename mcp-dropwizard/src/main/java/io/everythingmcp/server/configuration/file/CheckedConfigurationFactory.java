package io.everythingmcp.server.configuration.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TreeTraversingParser;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.dropwizard.configuration.ConfigurationSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.everythingmcp.server.configuration.McpConfiguration;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Reads a configuration and reports all its errors together: first unreadable values and values out
 * of range; without these, invalid combinations of values, and errors of the server.
 *
 * @param <T> the configuration class of the application
 */
public final class CheckedConfigurationFactory<T extends McpConfiguration>
    extends YamlConfigurationFactory<T> {
  private static final String BUILT_IN = "config.yml";
  private static final int MOST = 100;

  private final Class<T> type;
  private final Validator validator;
  private final String prefix;
  private final UnaryOperator<String> environment;
  private final Consumer<McpConfiguration> defaults;
  private final Function<McpConfiguration, List<String>> rules;

  /**
   * Reads configurations.
   *
   * @param type the configuration of the application
   * @param prefix of the system properties that override values
   * @param environment finds variables
   * @param defaults sets the values of the application, before the validation
   * @param rules mistakes that show only when the parts of a server are made
   */
  public CheckedConfigurationFactory(
      Class<T> type,
      Validator validator,
      ObjectMapper mapper,
      String prefix,
      UnaryOperator<String> environment,
      Consumer<McpConfiguration> defaults,
      Function<McpConfiguration, List<String>> rules) {
    super(type, validator, strict(mapper), prefix);
    this.type = type;
    this.validator = validator;
    this.prefix = prefix + ".";
    this.environment = environment;
    this.defaults = defaults;
    this.rules = rules;
  }

  /** Rejects an empty string as a number or boolean. */
  private static ObjectMapper strict(ObjectMapper mapper) {
    ObjectMapper strict = mapper.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    for (LogicalType type :
        List.of(LogicalType.Integer, LogicalType.Float, LogicalType.Boolean, LogicalType.Enum)) {
      strict
          .coercionConfigFor(type)
          .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    }
    return strict;
  }

  /** The configuration in the jar. */
  @Override
  public T build() throws IOException, InvalidConfigurationException {
    return build(path -> builtIn(), BUILT_IN + " in the jar");
  }

  private static InputStream builtIn() throws IOException {
    InputStream found =
        CheckedConfigurationFactory.class.getClassLoader().getResourceAsStream(BUILT_IN);
    if (found == null) {
      throw new IOException("not found");
    }
    return found;
  }

  @Override
  public T build(ConfigurationSourceProvider provider, String path)
      throws IOException, InvalidConfigurationException {
    WrittenValues written = new WrittenValues(environment);
    ObjectNode root = root(written, text(provider, path), path);
    RenamedKeys renamed = new RenamedKeys();
    renamed.replace(root);
    WrittenValues builtInValues = new WrittenValues(environment);
    if (getClass().getClassLoader().getResource(BUILT_IN) != null) {
      new LoopbackDefaults(root).add(builtInValues.read(text(name -> builtIn(), BUILT_IN)));
      written.orElse(builtInValues);
    }
    overrides(root);
    renamed.replace(root);
    ConfigurationErrors mistakes = new ConfigurationErrors(written);
    T configuration = read(root, mistakes);
    defaults.accept(configuration);
    mistakes.violations(validator.validate(configuration));
    if (mistakes.none()) {
      mistakes.add(new AddressRules(configuration, written).problems());
      mistakes.add(new EndpointRules(configuration, written).problems());
      mistakes.add(new LogRules(configuration, written).problems());
      mistakes.add(new TrafficLogRules(configuration, written).problems());
    }
    if (mistakes.none()) {
      mistakes.add(rules.apply(configuration));
    }
    if (!mistakes.none()) {
      throw new InvalidConfigurationException(path, mistakes.lines());
    }
    configuration.warn(
        Stream.concat(renamed.warnings().stream(), mistakes.warnings().stream()).toList());
    return configuration;
  }

  private static String text(ConfigurationSourceProvider provider, String path)
      throws InvalidConfigurationException {
    try (InputStream stream = provider.open(path)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new InvalidConfigurationException(
          path,
          List.of(
              "The configuration file '"
                  + path
                  + "' cannot be read; it must be the path of a YAML file, or be left out for the"
                  + " config.yml of the jar"));
    }
  }

  private static ObjectNode root(WrittenValues written, String text, String path)
      throws IOException, InvalidConfigurationException {
    String problem = "must be a YAML mapping, for example 'baseUri: http://localhost:3232'";
    try {
      if (written.read(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? ""
              : ", line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      problem =
          "is not valid YAML" + where + ": " + ConfigurationErrors.oneLine(e.getOriginalMessage());
    }
    throw new InvalidConfigurationException(
        path, List.of("The configuration file '" + path + "' " + problem));
  }

  private void overrides(ObjectNode root) {
    System.getProperties()
        .forEach(
            (name, value) -> {
              if (name.toString().startsWith(prefix)) {
                addOverride(root, name.toString().substring(prefix.length()), value.toString());
              }
            });
  }

  /** Reads the values; each unreadable one is removed, so that further errors are found. */
  private T read(ObjectNode root, ConfigurationErrors mistakes)
      throws IOException, InvalidConfigurationException {
    Set<String> seen = new LinkedHashSet<>();
    List<String> stuck = new ArrayList<>();
    while (seen.size() < MOST) {
      try {
        return mapper.readValue(new TreeTraversingParser(root), type);
      } catch (JsonMappingException e) {
        MappingProblem problem = new MappingProblem(e, root);
        if (problem.repaired()) {
          continue;
        }
        mistakes.add(problem);
        if (!seen.add(problem.key()) || !problem.remove()) {
          stuck.addAll(mistakes.lines());
          break;
        }
      }
    }
    throw new InvalidConfigurationException("", stuck.isEmpty() ? mistakes.lines() : stuck);
  }
}
