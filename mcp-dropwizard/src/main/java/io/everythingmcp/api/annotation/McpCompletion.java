package io.everythingmcp.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A public method that returns the values which a client may propose for an argument of a prompt or
 * a variable of a resource template: all of them, as {@code List<String>}. The server selects those
 * that begin with the typed text, and limits them to 100. The method has no parameter, or one of
 * type {@code Map<String, String>}: the values of the other arguments that the client has sent.
 *
 * <p>For fixed values {@link McpArgument#completions} is enough; enumerations need neither.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/utilities/completion">Completion</a>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface McpCompletion {
  /**
   * The method of the same object with {@link McpPrompt} or {@link McpResource}.
   *
   * @return the name of the method
   */
  String method();

  /**
   * The argument, or the variable of the URI template.
   *
   * @return the name of the argument
   */
  String argument();
}
