package org.anamnesis.server.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.server.web.ProblemDetails;

/** The endpoints as an OpenAPI 3.1 document. */
final class OpenApi {
    private OpenApi() {}

    static Map<String, Object> of(List<Endpoint> endpoints) {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (Endpoint e : endpoints) {
            @SuppressWarnings("unchecked")
            Map<String, Object> path =
                    (Map<String, Object>)
                            paths.computeIfAbsent(
                                    Api.ROOT + plain(e.path()), p -> new LinkedHashMap<>());
            path.put(e.method().name().toLowerCase(Locale.ROOT), operation(e));
        }
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("openapi", "3.1.0");
        m.put(
                "info",
                Map.of(
                        "title",
                        "Anamnesis",
                        "version",
                        Anamnesis.version(),
                        "description",
                        "Synthetic patients, asked for in plain words. Not real patients; not for clinical decisions.",
                        "license",
                        Map.of("name", "Apache-2.0", "identifier", "Apache-2.0")));
        m.put("paths", paths);
        m.put(
                "components",
                Map.of(
                        "securitySchemes",
                        Map.of("token", Map.of("type", "http", "scheme", "bearer")),
                        "schemas",
                        Map.of("Problem", problem())));
        // A server for this machine alone asks for none.
        m.put("security", List.of(Map.of(), Map.of("token", List.of())));
        return m;
    }

    /** A name that takes slashes too is written like another one. */
    private static String plain(String path) {
        return path.replace('<', '{').replace('>', '}');
    }

    private static Map<String, Object> operation(Endpoint e) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("operationId", e.id());
        m.put("summary", e.summary());
        List<Object> parameters = new ArrayList<>();
        for (Endpoint.Parameter p : e.parameters()) {
            parameters.add(
                    Map.of(
                            "name",
                            p.name(),
                            "in",
                            p.in(),
                            "required",
                            p.required(),
                            "schema",
                            p.shape()));
        }
        if (Api.repeatable(e)) {
            parameters.add(
                    Map.of(
                            "name",
                            Api.KEY,
                            "in",
                            "header",
                            "required",
                            false,
                            "schema",
                            Shape.text(
                                    "the same key and request again gets the same answer, and nothing is done twice",
                                    200)));
        }
        if (!parameters.isEmpty()) {
            m.put("parameters", parameters);
        }
        e.body()
                .ifPresent(
                        b ->
                                m.put(
                                        "requestBody",
                                        Map.of(
                                                "required",
                                                b.containsKey("required"),
                                                "content",
                                                Map.of(Endpoint.JSON, Map.of("schema", b)))));
        e.sent()
                .ifPresent(
                        t ->
                                m.put(
                                        "requestBody",
                                        Map.of(
                                                "required",
                                                true,
                                                "content",
                                                Map.of(
                                                        t,
                                                        Map.of(
                                                                "schema",
                                                                Map.of("type", "string"))))));
        m.put("responses", responses(e));
        return m;
    }

    private static Map<String, Object> responses(Endpoint e) {
        Map<String, Object> right = new LinkedHashMap<>();
        right.put("description", "done");
        if (!e.media().isEmpty()) {
            Map<String, Object> schema =
                    e.answer().isEmpty() ? Map.of() : Map.of("schema", e.answer());
            Map<String, Object> content = new LinkedHashMap<>();
            e.media().forEach(type -> content.put(type, schema));
            right.put("content", content);
        }
        Map<String, Object> wrong = new LinkedHashMap<>();
        wrong.put("description", "not done, and why");
        wrong.put(
                "content",
                Map.of(
                        ProblemDetails.TYPE,
                        Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"))));
        Map<String, Object> m = new LinkedHashMap<>();
        m.put(String.valueOf(e.status()), right);
        m.put("default", wrong);
        return m;
    }

    /** RFC 9457, with all that is wrong and not only the first. */
    private static Map<String, Object> problem() {
        return Shape.members(
                "why something was not done",
                "type",
                Shape.text("a URN, or about:blank"),
                "title",
                Shape.text("in a sentence"),
                "status",
                Shape.whole("of HTTP", 400, 599),
                "?detail",
                Shape.text("of the first problem"),
                "?problems",
                Shape.list(
                        "all of them",
                        Shape.members(
                                "one",
                                "code",
                                Shape.text("for programs"),
                                "where",
                                Shape.text("in the user's words"),
                                "message",
                                Shape.text("what is wrong"),
                                "suggestion",
                                Shape.text("what would be right"))),
                "instance",
                Shape.text("the path that was asked"));
    }
}
