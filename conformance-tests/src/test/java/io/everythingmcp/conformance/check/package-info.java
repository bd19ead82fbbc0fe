/**
 * Black-box tests of the client check: conforming and non-conforming clients, and readers of its
 * reports.
 */
package io.everythingmcp.conformance.check;
