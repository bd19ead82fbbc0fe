package io.everythingmcp.server.protocol.stateless.mrtr;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.ClientInfo;
import io.everythingmcp.server.wire.RpcMessage;

/**
 * A request and its sender.
 *
 * @param request the request
 * @param caller the authenticated caller
 * @param client its declared capabilities
 */
public record RequestSender(RpcMessage.Request request, CallerIdentity caller, ClientInfo client) {}
