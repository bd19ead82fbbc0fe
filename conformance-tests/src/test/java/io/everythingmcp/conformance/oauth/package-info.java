/**
 * Black-box tests of the authorization server with a browser without JavaScript, with conforming
 * clients and with attackers.
 */
package io.everythingmcp.conformance.oauth;
