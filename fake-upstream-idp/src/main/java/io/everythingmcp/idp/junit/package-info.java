/**
 * A provider for JUnit 5 tests.
 *
 * <p>The only package that uses JUnit, which is an optional dependency: tests provide it.
 *
 * <p>See {@link io.everythingmcp.idp.junit.FakeIdpExtension} for an example. Tests that are not in
 * Java run the jar with {@code --control} instead.
 */
package io.everythingmcp.idp.junit;
