package io.everythingmcp.bench.companion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The least a servlet must do to answer {@code tools/call echo} with the right JSON: no rules, no limits, no heartbeat. */
final class EchoServlet extends HttpServlet {
    private final transient ObjectMapper json = new ObjectMapper();
    private final transient Set<String> sessions = ConcurrentHashMap.newKeySet();

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonNode message = json.readTree(request.getInputStream().readAllBytes());
        String method = message.path("method").asText();
        if (method.equals("initialize")) {
            String session = UUID.randomUUID().toString();
            sessions.add(session);
            response.setHeader("Mcp-Session-Id", session);
            reply(response, message, initializeResult(message));
            return;
        }
        if (isUnknownSession(request)) {
            response.sendError(404);
        } else if (!message.has("id")) {
            response.setStatus(202);
        } else if (method.equals("tools/call")) {
            reply(response, message, echoResult(message.path("params").path("arguments")));
        } else {
            response.sendError(400);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isUnknownSession(request)) {
            response.sendError(404);
            return;
        }
        request.startAsync().setTimeout(0);
        response.setContentType("text/event-stream");
        response.flushBuffer();
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
        String session = request.getHeader("Mcp-Session-Id");
        response.setStatus(session != null && sessions.remove(session) ? 204 : 404);
    }

    private boolean isUnknownSession(HttpServletRequest request) {
        String session = request.getHeader("Mcp-Session-Id");
        return session == null || !sessions.contains(session);
    }

    private ObjectNode initializeResult(JsonNode message) {
        ObjectNode result = json.createObjectNode();
        result.set("protocolVersion", message.path("params").path("protocolVersion"));
        result.putObject("capabilities").putObject("tools");
        result.putObject("serverInfo").put("name", "floor").put("version", "1");
        return result;
    }

    private ObjectNode echoResult(JsonNode arguments) {
        ObjectNode result = json.createObjectNode();
        result.putArray("content")
                .addObject()
                .put("type", "text")
                .put("text", "Echo: " + arguments.path("message").asText());
        return result;
    }

    private void reply(HttpServletResponse response, JsonNode request, ObjectNode result) throws IOException {
        ObjectNode answer = json.createObjectNode().put("jsonrpc", "2.0");
        answer.set("id", request.get("id"));
        answer.set("result", result);
        byte[] body = json.writeValueAsBytes(answer);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
