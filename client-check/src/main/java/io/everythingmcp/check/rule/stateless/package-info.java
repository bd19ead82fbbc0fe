/** Rules of 2026-07-28, where each request stands alone. */
package io.everythingmcp.check.rule.stateless;
