/** Start here: what the suite does, in tests that are read from top to bottom. */
package io.everythingmcp.conformance.readme;
