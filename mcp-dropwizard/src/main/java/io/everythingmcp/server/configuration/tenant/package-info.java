/**
 * Servers beside the one for everybody, as they are written in {@code config.yml}: those of
 * tenants, and those on paths of their own. What a server has is written as in the body of {@code
 * POST /management/tenants}, so it is kept as it is here and read where the features are known.
 */
package io.everythingmcp.server.configuration.tenant;
