package io.everythingmcp.server.management;

import io.everythingmcp.server.protocol.EraSettings;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.store.StateStore;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;

/** A part of the management interface that comes with an era; found with {@link ServiceLoader}. */
public interface ManagementProvider {
  /**
   * Makes the JAX-RS resource.
   *
   * @param stores the store of a server by the id of its tenant or the path of its mount, the main
   *     server for null; empty where there is no such server
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
