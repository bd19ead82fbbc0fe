package io.everythingmcp.openapi.request;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request to the service.
 *
 * @param method HTTP method
 * @param url the URL
 * @param headers all headers but those of the connection
 * @param body the body
 */
public record ServiceRequest(
    String method, URI url, Map<String, String> headers, Optional<byte[]> body) {}
