/**
 * The settings of a provider: users, registered clients, lifetimes.
 *
 * <p>All are immutable and validated on creation, so that an invalid setting is reported at startup
 * and not at the first login.
 *
 * <p>All packages may use this one; it depends on Nimbus and on no other package of this module.
 */
package io.everythingmcp.idp.model;
