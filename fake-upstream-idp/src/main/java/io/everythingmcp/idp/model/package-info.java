/**
 * What a provider is like: who can log in, which applications may send people, how long things
 * live.
 *
 * <p>All are immutable and check themselves when they are made, so that a mistake in a setting is a
 * message at the start and not a surprise at the first login.
 *
 * <p>Everybody may use them; they use Nimbus for names and nothing else of this module.
 */
package io.everythingmcp.idp.model;
