/**
 * Requests that take several rounds. Where there are no sessions the server cannot ask the client
 * anything on its own: it answers with questions, and the client sends the request again with the
 * answers.
 *
 * <p>{@link io.everythingmcp.server.protocol.stateless.mrtr.MultiRoundTripRequests} is the way in.
 * All that is needed to go on travels through the client as {@code requestState}: the questions,
 * the answers so far, and what the feature wants to know again. It is encrypted and authenticated,
 * and bound to the caller, to the method and to everything that was asked for; it is valid for ten
 * minutes. Any instance can go on.
 *
 * <p>What is done with the answers: unknown ones are ignored; missing ones are asked for again, and
 * those that came count; an answer that is none is an error; one that does not fit its form is
 * asked for again, and the result's {@code _meta} says why.
 *
 * <p>A state can be used more than once within its time, because a client whose stream broke must
 * be able to send its request again. Where an answer may have its effect only once, the questions
 * say so, and the store remembers that they were answered.
 *
 * <p>Where the rules are written: <a
 * href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/mrtr">Multi
 * round-trip requests</a>.
 */
package io.everythingmcp.server.protocol.stateless.mrtr;
