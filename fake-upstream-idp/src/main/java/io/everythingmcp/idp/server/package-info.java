/**
 * A provider on a port of its own, on the HTTP server of the JDK: for the command line and for
 * tests.
 *
 * <p>{@link io.everythingmcp.idp.server.FakeIdpMain} is what {@code java -jar
 * fake-upstream-idp.jar} runs; {@link io.everythingmcp.idp.server.FakeIdpServer} is for programs.
 *
 * <p>It binds to this machine unless told otherwise: at a provider where anybody can be anybody,
 * anybody should be somebody near.
 */
package io.everythingmcp.idp.server;
