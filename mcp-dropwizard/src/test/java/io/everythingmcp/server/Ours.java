package io.everythingmcp.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** What the rules of the architecture are about. */
final class Ours {
  /** The implementation. */
  static final String ROOT = "io.everythingmcp.server";

  /** What authors of features use. */
  static final String API = "io.everythingmcp.api";

  /** The everything server itself. */
  static final String EVERYTHING = "io.everythingmcp.everything";

  private Ours() {}

  /** All classes of the server. */
  static DescribedPredicate<JavaClass> classes() {
    return resideInAnyPackage(ROOT + "..", API + "..", EVERYTHING + "..");
  }
}
