/**
 * Messages of a run: immutable records of requests and responses, in order, without credentials.
 * Rules read nothing else.
 */
package io.everythingmcp.check.journal;
