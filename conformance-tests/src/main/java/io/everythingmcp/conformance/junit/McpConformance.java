package io.everythingmcp.conformance.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Runs the suite as tests.
 *
 * <pre>{@code
 * @McpConformance
 * class MyServerTest implements ServerUnderTest {
 *   public Server server() {
 *     return TargetServer.at(URI.create("http://localhost:8080/mcp"));
 *   }
 * }
 * }</pre>
 *
 * Each scenario is a dynamic test. A violated MUST fails it, with what was expected, what came and
 * the exchange; a SHOULD does only if {@link #strict()}; what does not apply is reported as skipped
 * with the reason.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@java.lang.annotation.Target(ElementType.TYPE)
public @interface McpConformance {
  /** Ids or areas; empty for all. */
  String[] only() default {};

  /** Ids of scenarios that are expected to fail; one that passes fails its test. */
  String[] expectedFailures() default {};

  /** Whether a SHOULD that is not followed fails its test. */
  boolean strict() default false;

  /** Whether a scenario that does not apply fails its test. */
  boolean complete() default false;
}
