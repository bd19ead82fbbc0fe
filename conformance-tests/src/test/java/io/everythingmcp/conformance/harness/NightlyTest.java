package io.everythingmcp.conformance.harness;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Long-running test: it runs with {@code mvn verify -Pnightly}, that is with {@code
 * -Dnightly=true}, and is skipped otherwise.
 *
 * @see NightlyRun for tests that always run, and longer in nightly builds
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@EnabledIfSystemProperty(
    named = NightlyRun.PROPERTY,
    matches = "true",
    disabledReason = "Only with mvn verify -Pnightly")
public @interface NightlyTest {}
