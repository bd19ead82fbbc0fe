/** The authorization server, driven by a person without JavaScript, honest clients and others. */
package io.everythingmcp.conformance.oauth;
