/** Description of a server in addition to its name and features. */
package io.everythingmcp.server.protocol.profile;
