/**
 * Multi round-trip requests. Without sessions the server cannot send requests to the client: its
 * result contains input requests, and the client repeats the request with input responses.
 *
 * <p>{@link io.everythingmcp.server.protocol.stateless.mrtr.MultiRoundTripRequests} is the entry
 * point. All data for the resumption travels through the client as {@code requestState}: the input
 * requests, the responses so far, and the state of the feature. It is encrypted and authenticated,
 * bound to the caller, the method and all parameters, and valid for ten minutes. Any instance can
 * resume the request.
 *
 * <p>Input responses: unknown ones are ignored; missing ones are requested again, and the others
 * count; an invalid one is an error; one that does not match its form is requested again, with the
 * reason in {@code _meta} of the result.
 *
 * <p>A request state can be used more than once until it expires, because a client whose stream was
 * interrupted must be able to repeat its request. For single-use input the store records that it
 * was accepted.
 *
 * <p>Specification: <a
 * href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/mrtr">Multi
 * round-trip requests</a>.
 */
package io.everythingmcp.server.protocol.stateless.mrtr;
