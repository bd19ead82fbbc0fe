package io.everythingmcp.conformance.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A check that {@link McpConformance} does not run; its test is skipped with the reason. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface ExcludedCheck {
  /** The id of a check, such as {@code errors/string-id}, or an area, such as {@code oauth}. */
  String id();

  /** Why it is not run; not blank. */
  String reason();
}
