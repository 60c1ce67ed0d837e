package org.anamnesis.mcp;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** A client that says what no well-behaved one would, to a process. */
final class RawClient implements AutoCloseable {
    private final Process process;
    private final OutputStream to;
    private final BufferedReader from;

    RawClient(Process process) {
        this.process = process;
        this.to = process.getOutputStream();
        this.from =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    void initialize() throws IOException {
        send(
                "{'jsonrpc':'2.0','id':'i','method':'initialize','params':{'protocolVersion':'2025-06-18',"
                        + "'capabilities':{},'clientInfo':{'name':'raw','version':'1'}}}");
        answer("i");
        send("{'jsonrpc':'2.0','method':'notifications/initialized'}");
    }

    /**
     * @param line of JSON with single quotes
     */
    void send(String line) throws IOException {
        bytes((line.replace('\'', '"') + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void bytes(byte[] bytes) throws IOException {
        to.write(bytes);
        to.flush();
    }

    void call(Object id, String tool, String arguments) throws IOException {
        send(
                "{'jsonrpc':'2.0','id':%s,'method':'tools/call','params':{'name':'%s','arguments':%s,'_meta':{'progressToken':'p'}}}"
                        .formatted(id, tool, arguments));
    }

    /** The next message that is like this; what comes before is passed over. */
    Map<String, Object> next(Predicate<Map<String, Object>> wanted) throws IOException {
        for (String line = from.readLine(); line != null; line = from.readLine()) {
            Map<String, Object> message = JSON.std.mapFrom(line); // nothing but the protocol
            if (wanted.test(message)) {
                return message;
            }
        }
        throw new IOException("the server has ended");
    }

    Map<String, Object> answer(Object id) throws IOException {
        return next(m -> m.containsKey("id") && Objects.equals(m.get("id"), id));
    }

    /** Code of the error that is the answer. */
    int error(Object id) throws IOException {
        return ((Number) ((Map<?, ?>) answer(id).get("error")).get("code")).intValue();
    }

    void endInput() throws IOException {
        to.close();
    }

    int exit() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
