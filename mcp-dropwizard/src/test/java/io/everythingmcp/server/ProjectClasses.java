package io.everythingmcp.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** Classes to which the architecture rules apply. */
final class ProjectClasses {
  /** The implementation. */
  static final String ROOT = "io.everythingmcp.server";

  /** The public API for authors of features. */
  static final String API = "io.everythingmcp.api";

  /** The everything server. */
  static final String EVERYTHING = "io.everythingmcp.everything";

  private ProjectClasses() {}

  /** All classes of the server. */
  static DescribedPredicate<JavaClass> classes() {
    return resideInAnyPackage(ROOT + "..", API + "..", EVERYTHING + "..");
  }
}
