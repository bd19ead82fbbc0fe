/**
 * The schemas of the five revisions, as the specification publishes them without the descriptions,
 * and validation with them.
 */
package io.everythingmcp.check.schema;
