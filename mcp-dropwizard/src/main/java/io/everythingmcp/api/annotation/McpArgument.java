package io.everythingmcp.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Details of an argument: a parameter of a method, or a component of a record. A parameter without
 * this annotation is an argument too.
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface McpArgument {
  /** {@link #defaultValue} of an argument without one. */
  String NO_DEFAULT = "\u0000";

  /**
   * What the argument is for; empty for no description. The same as {@link #description}.
   *
   * @return what the argument is for
   */
  String value() default "";

  /**
   * What the argument is for; empty for {@link #value}.
   *
   * @return what the argument is for
   */
  String description() default "";

  /**
   * The name of the argument; empty for the name of the parameter, which the class file has when it
   * was compiled with {@code -parameters}. A component of a record takes its name from the record,
   * or from {@code JsonProperty}.
   *
   * @return the name of the argument
   */
  String name() default "";

  /**
   * The value of an argument that is not given, which makes the argument optional: for a string,
   * date, enumeration and the like its text, otherwise JSON.
   *
   * @return the default value
   */
  String defaultValue() default NO_DEFAULT;

  /**
   * Values that a client may propose to the user for the argument of a prompt or the variable of a
   * resource template. Enumerations have theirs without this.
   *
   * @return the proposed values
   */
  String[] completions() default {};
}
