/**
 * Commands of the jar for people who configure it: what a configuration means, and a token to try
 * it with.
 *
 * <p>They start no server and open no port. A command that serves is beside the application,
 * because it is made of the same parts.
 *
 * <p>What a command says must never hold a secret of the configuration; the one exception is the
 * token that somebody asked for.
 */
package io.everythingmcp.server.command;
