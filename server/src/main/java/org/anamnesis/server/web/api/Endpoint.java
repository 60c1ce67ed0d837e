package org.anamnesis.server.web.api;

import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that can be asked of the API: how, and what comes back.
 *
 * @param path below /api/v1, with names in braces
 * @param id its name in the document
 * @param parameters of the path, the query and the head
 * @param body schema of the JSON that is sent; empty if none is, or it is no JSON
 * @param sent media type of a body that is no JSON; empty if none is
 * @param status when all went well
 * @param media types of what comes back, one of them; none if nothing does
 * @param answer schema of it, where it is JSON
 */
record Endpoint(
        HandlerType method,
        String path,
        String id,
        String summary,
        List<Parameter> parameters,
        Optional<Map<String, Object>> body,
        Optional<String> sent,
        int status,
        List<String> media,
        Map<String, Object> answer,
        Work work) {
    static final String JSON = "application/json";
    static final int OK = 200;
    static final int CREATED = 201;
    static final int ACCEPTED = 202;
    static final int EMPTY = 204;

    /** What is done; what it returns is sent as JSON, unless it wrote the answer itself. */
    @FunctionalInterface
    interface Work {
        /** Written already: a file, a stream, nothing. */
        Object WRITTEN = new Object();

        Object of(Asked asked);
    }

    /**
     * A parameter.
     *
     * @param in path, query or header
     */
    record Parameter(String name, String in, boolean required, Map<String, Object> shape) {
        static Parameter path(String name, String description) {
            return new Parameter(name, "path", true, Shape.text(description, 200));
        }

        static Parameter query(String name, Map<String, Object> shape) {
            return new Parameter(name, "query", false, shape);
        }

        static Parameter must(String name, Map<String, Object> shape) {
            return new Parameter(name, "query", true, shape);
        }
    }

    static Endpoint get(
            String path, String id, String summary, Map<String, Object> answer, Work work) {
        return new Endpoint(
                HandlerType.GET,
                path,
                id,
                summary,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                OK,
                List.of(JSON),
                answer,
                work);
    }

    static Endpoint post(
            String path,
            String id,
            String summary,
            int status,
            Map<String, Object> answer,
            Work work) {
        return new Endpoint(
                HandlerType.POST,
                path,
                id,
                summary,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                status,
                List.of(JSON),
                answer,
                work);
    }

    static Endpoint delete(String path, String id, String summary, Work work) {
        return new Endpoint(
                HandlerType.DELETE,
                path,
                id,
                summary,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                EMPTY,
                List.of(),
                Map.of(),
                work);
    }

    Endpoint with(Parameter... all) {
        return new Endpoint(
                method, path, id, summary, List.of(all), body, sent, status, media, answer, work);
    }

    Endpoint reading(Map<String, Object> shape) {
        return new Endpoint(
                method,
                path,
                id,
                summary,
                parameters,
                Optional.of(shape),
                sent,
                status,
                media,
                answer,
                work);
    }

    /** A body of another media type, as it comes. */
    Endpoint taking(String type) {
        return new Endpoint(
                method,
                path,
                id,
                summary,
                parameters,
                body,
                Optional.of(type),
                status,
                media,
                answer,
                work);
    }

    Endpoint as(HandlerType other) {
        return new Endpoint(
                other, path, id, summary, parameters, body, sent, status, media, answer, work);
    }

    Endpoint giving(String... types) {
        return new Endpoint(
                method,
                path,
                id,
                summary,
                parameters,
                body,
                sent,
                status,
                List.of(types),
                answer,
                work);
    }
}
