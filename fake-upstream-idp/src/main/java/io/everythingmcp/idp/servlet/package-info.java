/**
 * A provider within a servlet container, below a path.
 *
 * <p>The only package that uses the servlet API, an optional dependency: an application that mounts
 * the servlet provides it.
 *
 * <p>The path of the issuer and the path of the servlet are the same: {@code
 * http://localhost:3232/fakeupstreamauth} goes with {@code /fakeupstreamauth/*}. What the
 * application itself maps below that path, such as its redirect URI, is served by the application.
 */
package io.everythingmcp.idp.servlet;
