/** Complete servers without a port, hosted by a server with a port. */
package io.everythingmcp.server.beside;
