/** Rules about sessions of the revisions up to 2025-11-25, and about what is asked in them. */
package io.everythingmcp.check.rule.lifecycle;
