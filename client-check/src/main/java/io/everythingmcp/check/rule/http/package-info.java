/** Rules about HTTP at the revisions with sessions. */
package io.everythingmcp.check.rule.http;
