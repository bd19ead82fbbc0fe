/**
 * A provider on its own port, with the HTTP server of the JDK: for the command line and for tests.
 *
 * <p>{@link io.everythingmcp.idp.server.FakeIdpMain} is what {@code java -jar
 * fake-upstream-idp.jar} runs; {@link io.everythingmcp.idp.server.FakeIdpServer} is for programs.
 *
 * <p>It listens on the loopback address by default, because users log in without a password.
 */
package io.everythingmcp.idp.server;
