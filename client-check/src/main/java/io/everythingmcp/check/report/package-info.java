/** What a run shows: the findings of all rules, and one sentence that is first of all true. */
package io.everythingmcp.check.report;
