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
  /** The name, of A-Z a-z 0-9 _ - . (SEP-986); empty for the name of the method. */
  String name() default "";

  /** The name for users; empty for none. */
  String title() default "";

  /** What the tool does, for the model that selects it; must not be blank. */
  String description();

  /** The OAuth scope that a caller needs. */
  String requiredScope() default OAuthScopes.WRITE;

  /** What a user allows with {@link #requiredScope}, for the consent page; may be empty. */
  String scopeDescription() default "";

  /** {@code readOnlyHint}: the tool changes nothing. */
  boolean readOnly() default false;

  /** {@code destructiveHint}: the tool may remove or overwrite something. */
  boolean destructive() default true;

  /** {@code idempotentHint}: a second call with the same arguments has no further effect. */
  boolean idempotent() default false;

  /** {@code openWorldHint}: the tool reaches systems outside of the server. */
  boolean openWorld() default true;

  /** Whether the tool may run as a task. */
  TaskSupport taskSupport() default TaskSupport.FORBIDDEN;

  /**
   * Whether the method may wait: sleep, wait for a lock or call another system. Only a method that
   * never does may have {@code false}; see {@link io.everythingmcp.api.InstantFeature}.
   */
  boolean blocking() default true;

  /** Whether the method sends log messages to the client. */
  boolean logs() default false;

  /** URI of an icon, {@code https} or {@code data}; empty for none. */
  String icon() default "";

  /**
   * The type of the structured result where the method does not return it itself, because it
   * returns a {@link io.everythingmcp.api.RequestOutcome}; {@code Void} for none.
   */
  Class<?> output() default Void.class;
}
