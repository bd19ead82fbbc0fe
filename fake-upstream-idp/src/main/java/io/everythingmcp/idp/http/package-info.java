/**
 * A request and a response of the provider: values without a transport.
 *
 * <p>A transport (a servlet, the JDK's server, a call in the same process) converts its request
 * into an {@link io.everythingmcp.idp.http.IdpRequest}, and writes the {@link
 * io.everythingmcp.idp.http.IdpResponse}, its delay included.
 *
 * <p>Bodies are text: nothing that an OpenID provider sends or gets is anything else.
 */
package io.everythingmcp.idp.http;
