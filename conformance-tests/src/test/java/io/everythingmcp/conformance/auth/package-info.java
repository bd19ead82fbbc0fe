/**
 * Black-box tests of the resource server: authentication, scopes, and isolation of callers. Tokens
 * are created with the JDK alone, so that a defect of a library that the server uses is not
 * repeated in the tests.
 */
package io.everythingmcp.conformance.auth;
