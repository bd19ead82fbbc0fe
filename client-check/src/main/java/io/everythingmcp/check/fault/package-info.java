/** What a run does to single requests and responses on purpose, in front of the ordinary server. */
package io.everythingmcp.check.fault;
