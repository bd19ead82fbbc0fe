/** Settings of the traffic log, which is for development. */
package io.everythingmcp.server.configuration.traffic;
