/** Introduction to the suite: tests that show each step of a client in order. */
package io.everythingmcp.conformance.readme;
