/** What an operator lets a server say about itself, in place of what its application says. */
package io.everythingmcp.server.configuration.presentation;
