/** Report of a run: the findings of all rules, and one headline. */
package io.everythingmcp.check.report;
