/**
 * Two instances that share their state: what was begun at one goes on at the other.
 *
 * <p>The specification does not ask for it; whoever puts several instances behind one address does.
 * These rules follow from those for one server: a client cannot know which instance it speaks to,
 * so each must keep them for the sessions of all.
 */
package io.everythingmcp.conformance.area.instances;
