package io.everythingmcp.server.management;

import io.everythingmcp.server.protocol.EraSettings;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.store.StateStore;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;

/** Part of the management API that belongs to an era; discovered with {@link ServiceLoader}. */
public interface ManagementProvider {
  /**
   * Creates the JAX-RS resource.
   *
   * @param stores returns the store of a server by the id of its tenant or the path of its mount,
   *     the default server for null; empty if the server is unknown
   */
  Object resource(
      Function<String, Optional<StateStore>> stores, ServerRuntime runtime, EraSettings settings);

  /** The providers on the class path. */
  static List<ManagementProvider> installed() {
    return ServiceLoader.load(ManagementProvider.class, ManagementProvider.class.getClassLoader())
        .stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
