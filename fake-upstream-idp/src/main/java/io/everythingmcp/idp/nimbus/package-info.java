/**
 * A provider as a back channel without a network, for applications that use Nimbus.
 *
 * <p>An application that has the provider in its own process would have to call itself over HTTP to
 * redeem a code: at an address that it may not reach from inside, on a thread that it may not have.
 * {@link io.everythingmcp.idp.nimbus.InProcessTransport} takes the message before it leaves, and
 * gives it to the provider.
 */
package io.everythingmcp.idp.nimbus;
