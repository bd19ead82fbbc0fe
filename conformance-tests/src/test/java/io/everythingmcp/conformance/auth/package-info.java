/**
 * Who may come in, what they may do, and that nobody sees what is somebody else's: the resource
 * server, from outside. Tokens are made here with nothing but the JDK, so that a mistake of a
 * library that the server uses is not made twice.
 */
package io.everythingmcp.conformance.auth;
