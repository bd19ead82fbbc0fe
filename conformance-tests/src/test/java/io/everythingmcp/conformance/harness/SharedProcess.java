package io.everythingmcp.conformance.harness;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.engine.support.store.NamespacedHierarchicalStore;

/**
 * Resource that is slow to start, for all test classes with the same configuration of it. One class
 * uses it at a time, because classes run concurrently; then the next class does. It is stopped
 * after the last one. Must be in a static field.
 *
 * @param <T> the shared resource
 */
public abstract class SharedProcess<T extends AutoCloseable> implements BeforeAllCallback {
  private T process;

  /** Returns a key that is equal for interchangeable resources. */
  protected abstract Object configuration();

  /** Starts a new resource. */
  protected abstract T start();

  /** Returns the resource of this class. */
  protected final T shared() {
    return process;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    process = lease(context).process();
  }

  @SuppressWarnings("unchecked")
  private Lease<T> lease(ExtensionContext context) {
    // Nested classes use that of their outermost class.
    return context
        .getStore(ExtensionContext.Namespace.create(SharedProcess.class))
        .getOrComputeIfAbsent(this, key -> Lease.of(key, pool(context)), Lease.class);
  }

  private static ProcessPool pool(ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.create(ProcessPool.class))
        .getOrComputeIfAbsent(ProcessPool.class, key -> new ProcessPool(), ProcessPool.class);
  }

  /** Returns the pool of the whole session. */
  static ProcessPool pool(NamespacedHierarchicalStore<Namespace> session) {
    return session.getOrComputeIfAbsent(
        Namespace.create(ProcessPool.class),
        ProcessPool.class,
        key -> new ProcessPool(),
        ProcessPool.class);
  }

  /** Returns the shared processes of a test class. */
  static List<SharedProcess<?>> of(Class<?> test) {
    List<SharedProcess<?>> all = new ArrayList<>();
    for (Class<?> type = test; type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())
            && SharedProcess.class.isAssignableFrom(field.getType())) {
          all.add(value(field));
        }
      }
    }
    return all;
  }

  private static SharedProcess<?> value(Field field) {
    try {
      field.setAccessible(true);
      return (SharedProcess<?>) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stops it. An error at its end, for example a secret in its log, fails the class. */
  static void stop(AutoCloseable process) {
    try {
      process.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private record Lease<T extends AutoCloseable>(Object configuration, T process, ProcessPool pool)
      implements AutoCloseable {
    @SuppressWarnings("unchecked")
    static <T extends AutoCloseable> Lease<T> of(SharedProcess<T> wanted, ProcessPool pool) {
      Object configuration = wanted.configuration();
      T kept = (T) pool.acquire(configuration);
      return new Lease<>(configuration, kept == null ? wanted.start() : kept, pool);
    }

    @Override
    public void close() {
      if (!pool.keep(configuration, process)) {
        stop(process);
      }
    }
  }
}
