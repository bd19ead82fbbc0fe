package io.everythingmcp.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** What the rules of the architecture are about. */
final class Ours {
  static final String ROOT = "io.everythingmcp.server";

  private Ours() {}

  /** All classes of the server. */
  static DescribedPredicate<JavaClass> classes() {
    return resideInAPackage(ROOT + "..");
  }
}
