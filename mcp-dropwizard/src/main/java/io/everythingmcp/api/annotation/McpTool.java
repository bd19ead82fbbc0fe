package io.everythingmcp.api.annotation;

import io.everythingmcp.api.OAuthScopes;
import io.everythingmcp.api.TaskSupport;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A public method that is a tool: its parameters are the arguments, its return value is the result.
 * The defaults of the hints are those of the specification.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/server/tools">Tools</a>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface McpTool {
  /**
   * The name, of A-Z a-z 0-9 _ - . (SEP-986); empty for the name of the method.
   *
   * @return the name of the tool
   */
  String name() default "";

  /**
   * The name for users; empty for none.
   *
   * @return the name for users
   */
  String title() default "";

  /**
   * What the tool does, for the model that selects it; must not be blank.
   *
   * @return what the tool does, for the model that selects it
   */
  String description();

  /**
   * The OAuth scope that a caller needs.
   *
   * @return the OAuth scope that a caller needs
   */
  String requiredScope() default OAuthScopes.WRITE;

  /**
   * What a user allows with {@link #requiredScope}, for the consent page; may be empty.
   *
   * @return what a user allows with {@link #requiredScope}, for the consent page
   */
  String scopeDescription() default "";

  /**
   * {@code readOnlyHint}: the tool changes nothing.
   *
   * @return {@code readOnlyHint}
   */
  boolean readOnly() default false;

  /**
   * {@code destructiveHint}: the tool may remove or overwrite something.
   *
   * @return {@code destructiveHint}
   */
  boolean destructive() default true;

  /**
   * {@code idempotentHint}: a second call with the same arguments has no further effect.
   *
   * @return {@code idempotentHint}
   */
  boolean idempotent() default false;

  /**
   * {@code openWorldHint}: the tool reaches systems outside of the server.
   *
   * @return {@code openWorldHint}
   */
  boolean openWorld() default true;

  /**
   * Whether the tool may run as a task.
   *
   * @return whether the tool may run as a task
   */
  TaskSupport taskSupport() default TaskSupport.FORBIDDEN;

  /**
   * Whether the method may wait: sleep, wait for a lock or call another system. Only a method that
   * never does may have {@code false}; see {@link io.everythingmcp.api.InstantFeature}.
   *
   * @return whether the method may wait
   */
  boolean blocking() default true;

  /**
   * Whether the method sends log messages to the client.
   *
   * @return whether the method sends log messages to the client
   */
  boolean logs() default false;

  /**
   * URI of an icon, {@code https} or {@code data}; empty for none.
   *
   * @return URI of an icon, {@code https} or {@code data}
   */
  String icon() default "";

  /**
   * The type of the structured result where the method does not return it itself, because it
   * returns a {@link io.everythingmcp.api.RequestOutcome}; {@code Void} for none.
   *
   * @return the type of the structured result
   */
  Class<?> output() default Void.class;
}
