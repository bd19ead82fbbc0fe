/** Complete servers without a port of their own, beside the one that has it. */
package io.everythingmcp.server.beside;
