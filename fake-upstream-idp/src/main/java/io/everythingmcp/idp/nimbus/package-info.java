/**
 * A provider as a back channel without a network, for applications that use Nimbus.
 *
 * <p>An application with the provider in its own process would otherwise call itself over HTTP to
 * redeem a code: at a URL that it possibly cannot reach, and with a second request thread. {@link
 * io.everythingmcp.idp.nimbus.InProcessTransport} passes the message to the provider directly.
 */
package io.everythingmcp.idp.nimbus;
