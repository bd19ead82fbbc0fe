package io.everythingmcp.conformance.harness;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A test that takes too long for every build: it runs with {@code mvn verify -Pnightly}, that is
 * with {@code -Dnightly=true}, and is reported as skipped otherwise.
 *
 * @see NightlyRun for tests that run always, and longer in the night
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@EnabledIfSystemProperty(
    named = NightlyRun.PROPERTY,
    matches = "true",
    disabledReason = "Only with mvn verify -Pnightly")
public @interface Nightly {}
