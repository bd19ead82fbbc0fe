package io.everythingmcp.server.protocol;

import java.util.List;
import java.util.ServiceLoader;

/**
 * Makes an era. Implementations are found with {@link ServiceLoader}, so nothing else names them:
 * an era is removed with its package and its line in {@code META-INF/services}.
 */
public interface EraProvider {
  /** Whether this era serves the revisions that have sessions. */
  boolean isStateful();

  /** Makes the era of a server. */
  ProtocolEra create(ServerRuntime runtime, EraSettings settings);

  /** The providers on the class path. */
  static List<EraProvider> installed() {
    return ServiceLoader.load(EraProvider.class, EraProvider.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
