/**
 * The everything server: one application with a tool, prompt or resource for each feature of MCP.
 */
package io.everythingmcp.everything;
