package io.everythingmcp.conformance.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Checks an MCP client with a run of the client check for each test that has a parameter of type
 * {@link io.everythingmcp.conformance.clientrun.ClientCheckRun}.
 *
 * <pre>{@code
 * @McpClientCheck
 * class ShopClientTest {
 *   @Test
 *   void callsATool(ClientCheckRun run) {
 *     try (ShopClient client = ShopClient.connect(run.mcpUrl())) {
 *       client.callTool("echo", Map.of("message", "hello"));
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>The run ends after the test and its {@code @AfterEach} methods. A MUST that the client
 * violated fails the test, with the rule, what was expected and received, and the exchanges; so
 * does a client that sent no request. If the test has failed already, the violations are added to
 * its failure. Credentials are removed from all messages.
 *
 * <p>The server is a process on the loopback interface, started before the first run and stopped
 * after the last test. Its jar is in the artifact {@code io.everythingmcp:mcp-client-check}.
 * Configuration parameters of the JUnit Platform, which can be system properties, change this:
 *
 * <ul>
 *   <li>{@code mcp.client-check.url}: base URI of a running server, which is used instead
 *   <li>{@code mcp.client-check.token}: the management token of that server, which it requires if
 *       its {@code BASE_URI} is not on loopback; without this parameter, the environment variable
 *       {@code MANAGEMENT_TOKEN}
 *   <li>{@code mcp.client-check.jar}: another jar of the everything server
 *   <li>{@code mcp.client-check.reports}: a directory in which the HTML report of each run is
 *       stored
 * </ul>
 *
 * <p>On a method, the annotation replaces that of the class. An unknown preset or rule fails the
 * test, so that an option does not silently select nothing.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(ClientCheckExtension.class)
public @interface McpClientCheck {
  /** The preset of the run, which defines how the server behaves. */
  String preset() default "plain";

  /**
   * Ids of the rules to evaluate, such as {@code B01}; empty for all. A rule that the exchanges do
   * not show fails the test.
   */
  String[] only() default {};

  /** Ids of rules that are expected to be violated; one that is kept fails the test. */
  String[] expectedFailures() default {};

  /** The effect of a SHOULD that the client does not follow. */
  UnmetShould unmetShould() default UnmetShould.REPORT;

  /** Whether the test fails if the client has not performed all steps of the preset. */
  boolean allSteps() default false;
}
