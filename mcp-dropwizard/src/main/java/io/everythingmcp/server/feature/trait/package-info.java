/** What features of every kind have in common, and what sets some of them apart. */
package io.everythingmcp.server.feature.trait;
