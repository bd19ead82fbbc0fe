/** The client check: one URL for any client, which tells its author what is right and wrong. */
package io.everythingmcp.check;
