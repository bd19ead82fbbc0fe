package io.everythingmcp.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A public method that is a prompt: its parameters are the arguments, which clients send as text;
 * its return value is converted to the messages.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/prompts">Prompts</a>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface McpPrompt {
  /**
   * The name; empty for the name of the method.
   *
   * @return the name
   */
  String name() default "";

  /**
   * The name for users; empty for none.
   *
   * @return the name for users
   */
  String title() default "";

  /**
   * What the prompt is for; must not be blank.
   *
   * @return what the prompt is for
   */
  String description();

  /**
   * Whether the method may wait; see {@link McpTool#blocking}.
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
}
