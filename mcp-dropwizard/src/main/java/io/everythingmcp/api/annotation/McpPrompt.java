package io.everythingmcp.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A public method that is a prompt: its parameters are the arguments, which clients send as text;
 * its return value gives the messages.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/prompts">Prompts</a>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface McpPrompt {
  /** The name; empty for the name of the method. */
  String name() default "";

  /** The name for users; empty for none. */
  String title() default "";

  /** What the prompt is for; must not be blank. */
  String description();

  /** Whether the method may wait; see {@link McpTool#blocking}. */
  boolean blocking() default true;

  /** Whether the method sends log messages to the client. */
  boolean logs() default false;

  /** URI of an icon, {@code https} or {@code data}; empty for none. */
  String icon() default "";
}
