package io.everythingmcp.server.configuration.file;

import io.dropwizard.configuration.ConfigurationException;
import java.util.List;

/** A configuration that no command accepts: one line for each mistake. */
public final class InvalidConfigurationException extends ConfigurationException {
  private static final long serialVersionUID = 1L;

  /** The mistakes of a file. */
  public InvalidConfigurationException(String path, List<String> mistakes) {
    super(path, mistakes);
  }
}
