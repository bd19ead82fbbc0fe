/**
 * Events of a server: a {@link io.everythingmcp.api.event.ServerEventListener} receives each {@link
 * io.everythingmcp.api.event.ServerEvent} published on the {@link
 * io.everythingmcp.api.event.ServerEventBus} of its instance.
 */
@NullMarked
package io.everythingmcp.api.event;

import org.jspecify.annotations.NullMarked;
