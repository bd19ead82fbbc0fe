package io.everythingmcp.api.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraintvalidation.SupportedValidationTarget;
import jakarta.validation.constraintvalidation.ValidationTarget;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Constraints are evaluated wherever they are declared; values without any are not validated. */
class BeanConstraintsTest {
  private final BeanConstraints constraints = TypeToolkit.shared().constraints();

  record Plain(String text) {}

  record Counted(@Min(1) int count) {}

  record Listed(List<@NotBlank String> names) {}

  record Rows(List<List<@NotBlank String>> rows) {}

  record Outer(String text, Inner inner) {}

  record Inner(@Valid Innermost innermost) {}

  record Innermost(@Min(1) Integer count) {}

  record AnyValue(Object value) {}

  record Deep(String text, Optional<Counted> optional, Map<String, List<Counted>> lists) {}

  @Retention(RetentionPolicy.RUNTIME)
  @Constraint(validatedBy = DifferentValidator.class)
  @interface Different {
    String message() default "must be different";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  @SupportedValidationTarget(ValidationTarget.PARAMETERS)
  public static final class DifferentValidator implements ConstraintValidator<Different, Object[]> {
    @Override
    public boolean isValid(Object[] values, ConstraintValidatorContext context) {
      return !values[0].equals(values[1]);
    }
  }

  public static final class Methods {
    public void plain(String text, Counted counted) {}

    public void one(@Min(1) int count) {}

    public void listed(List<@NotBlank String> names) {}

    public void rows(List<List<@NotBlank String>> rows) {}

    @Different
    public void different(String left, String right) {}
  }

  @Test
  void recordsAreValid() {
    for (Object value :
        List.of(
            new Plain(""),
            new Counted(1),
            new Listed(List.of("a")),
            new Outer("", new Inner(new Innermost(1))),
            new AnyValue(new Counted(1)),
            new Deep("", Optional.of(new Counted(1)), Map.of("a", List.of(new Counted(1)))))) {
      assertThatCode(() -> constraints.check(value))
          .as(String.valueOf(value))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void violationsAreFoundAtEachDepth() {
    assertViolation(new Counted(0), "/count: ");
    assertViolation(new Listed(List.of("a", " ")), "/names/1");
    assertViolation(new Rows(List.of(List.of("a"), List.of(" "))), "/rows");
    assertViolation(new Outer("", new Inner(new Innermost(0))), "/inner/innermost/count: ");
    assertViolation(new AnyValue(new Counted(0)), "/value/count: ");
    assertViolation(new AnyValue(List.of(new Counted(0))), "/value/0/count: ");
    assertViolation(new Deep("", Optional.of(new Counted(0)), Map.of()), "/optional/count: ");
    assertViolation(
        new Deep("", Optional.empty(), Map.of("a", List.of(new Counted(0)))), "/lists/a/0/count: ");
  }

  private void assertViolation(Object value, String pointer) {
    assertThatThrownBy(() -> constraints.check(value))
        .as(value.toString())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining(pointer);
  }

  @Test
  void methodsWithConstraintsAreKnown() {
    assertThat(isConstrained("plain")).isFalse();
    assertThat(isConstrained("one")).isTrue();
    assertThat(isConstrained("listed")).isTrue();
    assertThat(isConstrained("rows")).isTrue();
    assertThat(isConstrained("different")).isTrue();
  }

  private boolean isConstrained(String name) {
    return constraints.hasConstrainedParameters(new Methods(), method(name));
  }

  @Test
  void recordsInParametersAreCheckedWithoutConstraintsOfTheMethod() {
    assertThatThrownBy(
            () ->
                constraints.checkRecords(
                    new Object[] {"", new Counted(0)}, index -> "argument" + index))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("/argument1/count: ");
  }

  private static Method method(String name) {
    return List.of(Methods.class.getDeclaredMethods()).stream()
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
