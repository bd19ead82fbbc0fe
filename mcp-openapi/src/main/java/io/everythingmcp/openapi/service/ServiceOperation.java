package io.everythingmcp.openapi.service;

import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.openapi.request.InvalidArgumentValueException;
import io.everythingmcp.openapi.request.MissingCredentialException;
import io.everythingmcp.openapi.request.RequestTemplate;
import io.everythingmcp.openapi.request.ServiceRequest;
import java.util.function.Function;

/**
 * Calls one operation of the service.
 *
 * @param tool name of the tool
 * @param template its request
 * @param client the client of the service
 * @param converter converts the response
 */
public record ServiceOperation(
    String tool, RequestTemplate template, ServiceClient client, ResponseConverter converter)
    implements Function<RequestContext, RequestOutcome> {

  @Override
  public RequestOutcome apply(RequestContext call) {
    ServiceRequest request;
    try {
      request = template.request(call);
    } catch (InvalidArgumentValueException e) {
      return RequestOutcome.invalidToolArguments(tool, String.valueOf(e.getMessage()));
    } catch (MissingCredentialException e) {
      return RequestOutcome.toolError(String.valueOf(e.getMessage()));
    }
    try {
      return converter.convert(request.method(), client.exchange(request, call.cancellation()));
    } catch (ServiceFailure e) {
      return RequestOutcome.toolError(String.valueOf(e.getMessage()));
    }
  }
}
