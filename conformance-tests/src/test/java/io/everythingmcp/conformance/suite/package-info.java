/**
 * The suite itself: its rules, its reports, its command line. No server of ours is needed for these
 * tests.
 */
package io.everythingmcp.conformance.suite;
