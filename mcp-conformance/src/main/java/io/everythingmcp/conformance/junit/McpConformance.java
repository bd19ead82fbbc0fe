package io.everythingmcp.conformance.junit;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.server.ToolTrials;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs the conformance suite as tests of a test class that implements {@link ServerUnderTest}.
 *
 * <pre>{@code
 * @McpConformance
 * class ShopConformanceTest implements ServerUnderTest {
 *   @AutoClose
 *   static final McpTestServer SERVER = McpTestServer.start(new ShopApplication());
 *
 *   @Override
 *   public TargetServer server() {
 *     return TargetServer.at(SERVER.endpoint());
 *   }
 * }
 * }</pre>
 *
 * <p>Each check is a dynamic test in each era of the protocol that the server supports, with the
 * latest supported revision. A MUST that is not kept fails the test, with the expected and the
 * actual result and the exchange; for a SHOULD see {@link #unmetShould()}. A check that does not
 * apply is skipped with the reason. Credentials are removed from all messages.
 *
 * <p>An unknown id, area or revision fails the tests, so that an option does not silently select
 * nothing.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface McpConformance {
  /** Ids of checks or areas to run; empty for all. */
  String[] only() default {};

  /**
   * Revisions to run the checks in; empty for the latest supported revision of each era. A revision
   * that the server does not support fails the tests.
   */
  SpecRevision[] revisions() default {};

  /** Checks that are not run. */
  ExcludedCheck[] excluded() default {};

  /** Ids of checks that are expected to fail; one that passes fails its test. */
  String[] expectedFailures() default {};

  /** The effect of a SHOULD that is not followed. */
  UnmetShould unmetShould() default UnmetShould.ABORT;

  /** Whether a check that does not apply fails its test instead of being skipped. */
  boolean complete() default false;

  /**
   * Tools for checks that need a certain behaviour, such as a tool that reports progress. They take
   * precedence over tools that are found by {@link #tryTools()}.
   */
  ToolInRole[] tools() default {};

  /**
   * Which tools of the server are called before the checks, to find those that behave in the ways
   * that checks need ({@link io.everythingmcp.conformance.server.ToolRole}). Arguments are sample
   * values of the input schema. Independently of this, tools have a role by {@link #tools()} or by
   * a well-known name.
   */
  ToolTrials tryTools() default ToolTrials.NOT_DESTRUCTIVE;
}
