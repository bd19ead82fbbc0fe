package io.everythingmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** NullAway checks only packages that are null-marked, so a new package must be. */
class NullMarkedTest {
  private static Set<String> unmarked(String root) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);
    Set<String> unmarked = new TreeSet<>();
    for (JavaClass type : classes) {
      JavaPackage owner = type.getPackage();
      if (!owner.isAnnotatedWith(NullMarked.class)) {
        unmarked.add(owner.getName());
      }
    }
    return unmarked;
  }

  @Test
  void everyPackageOfTheApiIsNullMarked() {
    assertThat(unmarked("io.everythingmcp.api")).isEmpty();
  }

  @Test
  void packageWithoutTheAnnotationIsFound() {
    assertThat(unmarked("io.everythingmcp.server.wire")).contains("io.everythingmcp.server.wire");
  }
}
