/**
 * The exchanges of a run as rules see them: messages, sessions, senders, requests of the server and
 * logins, put together once for all rules.
 */
package io.everythingmcp.check.view;
