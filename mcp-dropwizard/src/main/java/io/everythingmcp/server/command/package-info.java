/**
 * Commands for operators: the meaning of a configuration, and a token to try it with.
 *
 * <p>They start no server and open no port. A command that serves is in the root package, because
 * it is composed of the same parts.
 *
 * <p>The output never contains a secret of the configuration, except the requested token.
 */
package io.everythingmcp.server.command;
