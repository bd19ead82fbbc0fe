package io.everythingmcp.bench.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Opens and ends sessions; used outside of what is measured, so comfort goes before speed. */
public final class Sessions {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String INITIALIZE = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
            "capabilities":{},"clientInfo":{"name":"bench","version":"1"}}}""";
    private static final String INITIALIZED = """
            {"jsonrpc":"2.0","method":"notifications/initialized"}""";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
    private final ObjectMapper json = new ObjectMapper();
    private final int port;

    public Sessions(int port) {
        this.port = port;
    }

    public List<BenchSession> open(int count) throws IOException, InterruptedException {
        List<BenchSession> sessions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            sessions.add(open());
        }
        return sessions;
    }

    public BenchSession open() throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request().POST(BodyPublishers.ofString(INITIALIZE)), 200);
        String id = answer.headers()
                .firstValue("Mcp-Session-Id")
                .orElseThrow(() -> new IOException("initialize gave no Mcp-Session-Id: " + answer.body()));
        JsonNode result = json.readTree(jsonOf(answer.body())).path("result");
        BenchSession session =
                new BenchSession(port, id, result.path("protocolVersion").asText());
        send(requestIn(session).POST(BodyPublishers.ofString(INITIALIZED)), 202);
        return session;
    }

    /** Ends the sessions; one that the server has already forgotten is no fault. */
    public void delete(List<BenchSession> sessions) throws IOException, InterruptedException {
        for (BenchSession session : sessions) {
            http.send(requestIn(session).DELETE().build(), BodyHandlers.discarding());
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request, int expected)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IOException("HTTP " + answer.statusCode() + " instead of " + expected + ": " + answer.body());
        }
        return answer;
    }

    private HttpRequest.Builder requestIn(BenchSession session) {
        return request().header("Mcp-Session-Id", session.id()).header("MCP-Protocol-Version", session.revision());
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/mcp"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream");
    }

    private static String jsonOf(String body) {
        return body.lines()
                .filter(line -> line.startsWith("data:") && line.contains("\"result\""))
                .map(line -> line.substring("data:".length()))
                .findFirst()
                .orElse(body);
    }
}
