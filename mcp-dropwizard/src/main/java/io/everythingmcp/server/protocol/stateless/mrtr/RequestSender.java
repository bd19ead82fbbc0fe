package io.everythingmcp.server.protocol.stateless.mrtr;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.ClientInfo;
import io.everythingmcp.server.wire.RpcMessage;

/**
 * A request and who sent it.
 *
 * @param request the request
 * @param caller who is authenticated
 * @param client what it can be asked for
 */
public record RequestSender(RpcMessage.Request request, CallerIdentity caller, ClientInfo client) {}
