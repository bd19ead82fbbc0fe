package io.everythingmcp.conformance.scenario;

import io.everythingmcp.conformance.client.SpecRevision;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Metadata of a scenario. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@java.lang.annotation.Target(ElementType.TYPE)
public @interface ConformanceCheck {
  /** Area and name, separated by a slash; the same whether it passes or fails. */
  String id();

  /** The rule in one sentence, stated positively. */
  String title();

  RequirementLevel level() default RequirementLevel.MUST;

  /** The first revision that has the rule. */
  SpecRevision since() default SpecRevision.R2024_11_05;

  /** The last revision that has the rule. */
  SpecRevision until() default SpecRevision.R2026_07_28;

  /** Where it is written. */
  String specification();

  /** Returns the prerequisites of the server. */
  ServerPrerequisite[] requires() default {};
}
