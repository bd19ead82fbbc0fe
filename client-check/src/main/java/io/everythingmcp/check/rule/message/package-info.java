/** Rules about JSON-RPC messages, at all revisions. */
package io.everythingmcp.check.rule.message;
