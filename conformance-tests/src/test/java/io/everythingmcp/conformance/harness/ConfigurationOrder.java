package io.everythingmcp.conformance.harness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Runs slow classes first ({@link Order}), then classes with the same {@link SharedProcess}
 * consecutively and not concurrently, so that few processes run at a time and each class reuses the
 * process of the previous one: each thread runs a part of the sorted list. Classes with {@link
 * ExecutionMode#SAME_THREAD} all run on one of the threads, and the others share the rest.
 */
public final class ConfigurationOrder implements ClassOrderer {
  private static final String THREADS = "junit.jupiter.execution.parallel.config.fixed.parallelism";

  @Override
  public void orderClasses(ClassOrdererContext context) {
    List<ClassDescriptor> sorted = new ArrayList<>(context.getClassDescriptors());
    sorted.sort(
        Comparator.comparing(ConfigurationOrder::configurations)
            .thenComparing(test -> test.getTestClass().getName()));
    List<ClassDescriptor> spread = sorted.stream().filter(test -> !inOneThread(test)).toList();
    int threads = context.getConfigurationParameter(THREADS).map(Integer::valueOf).orElse(1);
    int others = Math.max(1, spread.size() == sorted.size() ? threads : threads - 1);
    int part = Math.max(1, (spread.size() + others - 1) / others);
    context
        .getClassDescriptors()
        .sort(
            Comparator.<ClassDescriptor>comparingInt(ConfigurationOrder::order)
                .thenComparing(test -> spread.indexOf(test) % part)
                .thenComparing(sorted::indexOf));
  }

  private static boolean inOneThread(ClassDescriptor test) {
    return test.findAnnotation(Execution.class)
        .filter(execution -> execution.value() == ExecutionMode.SAME_THREAD)
        .isPresent();
  }

  private static int order(ClassDescriptor test) {
    return test.findAnnotation(Order.class).map(Order::value).orElse(Order.DEFAULT);
  }

  private static String configurations(ClassDescriptor test) {
    return SharedProcess.of(test.getTestClass()).stream()
        .map(shared -> shared.configuration().toString())
        .sorted()
        .toList()
        .toString();
  }
}
