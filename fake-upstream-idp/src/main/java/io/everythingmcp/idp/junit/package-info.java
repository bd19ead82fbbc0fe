/**
 * A provider for JUnit 5 tests.
 *
 * <p>The one package that knows JUnit, which is not brought along: tests have it.
 *
 * <p>See {@link io.everythingmcp.idp.junit.FakeIdpExtension} for an example. Tests that are not in
 * Java run the jar with {@code --control} instead.
 */
package io.everythingmcp.idp.junit;
