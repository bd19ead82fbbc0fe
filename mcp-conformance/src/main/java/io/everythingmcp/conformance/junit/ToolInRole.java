package io.everythingmcp.conformance.junit;

import io.everythingmcp.conformance.server.ToolRole;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A tool for the checks that need a certain behaviour. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface ToolInRole {
  /** The behaviour. */
  ToolRole role();

  /** The name of the tool. */
  String tool();

  /** Its arguments, a JSON object; single quotes are read as double quotes. */
  String arguments() default "{}";
}
