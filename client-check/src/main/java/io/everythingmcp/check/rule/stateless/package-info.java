/** Rules of 2026-07-28, where each request is self-contained. */
package io.everythingmcp.check.rule.stateless;
