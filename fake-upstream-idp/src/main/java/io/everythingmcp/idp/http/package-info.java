/**
 * A request and a response, as the provider sees them: values without a transport.
 *
 * <p>Whoever carries them (a servlet, the JDK's server, a call in the same process) turns what it
 * has into an {@link io.everythingmcp.idp.http.IdpRequest}, and does with the {@link
 * io.everythingmcp.idp.http.IdpResponse} what it says, its delay included.
 *
 * <p>Bodies are text: nothing that an OpenID provider sends or gets is anything else.
 */
package io.everythingmcp.idp.http;
