/** Tests of the suite itself: its rules, its reports, its command line. They need no server. */
package io.everythingmcp.conformance.suite;
