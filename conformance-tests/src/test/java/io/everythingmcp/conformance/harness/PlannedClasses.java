package io.everythingmcp.conformance.harness;

import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Counts the classes that use each {@link SharedProcess}, so that it is stopped after the last one.
 */
public final class PlannedClasses implements LauncherSessionListener {
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    ProcessPool pool = SharedProcess.pool(session.getStore());
    session.getLauncher().registerTestExecutionListeners(new Counting(pool));
  }

  private record Counting(ProcessPool pool) implements TestExecutionListener {
    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
      plan.getRoots().stream()
          .flatMap(engine -> plan.getChildren(engine).stream())
          .flatMap(test -> configurations(test).stream())
          .forEach(pool::expect);
    }

    @Override
    public void executionStarted(TestIdentifier test) {
      configurations(test).forEach(pool::reached);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      for (Object configuration : configurations(test)) {
        pool.reached(configuration);
        Optional.ofNullable(pool.unwanted(configuration)).ifPresent(SharedProcess::stop);
      }
    }

    /**
     * Returns the configurations of a top-level class; nested classes use those of the outermost
     * class.
     */
    private static List<Object> configurations(TestIdentifier test) {
      return test
          .getSource()
          .filter(ClassSource.class::isInstance)
          .map(source -> ((ClassSource) source).getJavaClass())
          .filter(
              type ->
                  test.getParentIdObject().filter(id -> id.getSegments().size() == 1).isPresent())
          .map(SharedProcess::of)
          .orElse(List.of())
          .stream()
          .<Object>map(SharedProcess::configuration)
          .toList();
    }
  }
}
