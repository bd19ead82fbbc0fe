/**
 * Two instances that share their state: what was started at one continues at the other.
 *
 * <p>The specification does not require it; a deployment of several instances behind one URL does.
 * These rules follow from those for one server: a client cannot determine which instance processes
 * a request, so every instance must apply them to the sessions of all.
 */
package io.everythingmcp.conformance.area.instances;
