/** Rules for sessions of the revisions up to 2025-11-25, and for the requests in them. */
package io.everythingmcp.check.rule.lifecycle;
