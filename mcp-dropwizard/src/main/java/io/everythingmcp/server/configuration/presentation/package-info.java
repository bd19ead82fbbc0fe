/** Description of a server by the operator, which replaces that of its application. */
package io.everythingmcp.server.configuration.presentation;
