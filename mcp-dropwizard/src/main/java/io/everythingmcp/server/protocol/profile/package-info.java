/** What a server says about itself, beside its name and the features it has. */
package io.everythingmcp.server.protocol.profile;
