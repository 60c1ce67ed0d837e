package org.anamnesis.problem;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * Carries every problem found, never only the first. Chat, CLI and MCP show it as it is, without a
 * stack trace.
 */
public final class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    /**
     * @param problems what is wrong, in the order in which the user should read it; not empty
     */
    public RequestException(List<Problem> problems) {
        super(
                problems.stream()
                        .map(
                                p ->
                                        "%s (\"%s\"). Try: %s [%s]"
                                                .formatted(
                                                        p.message(),
                                                        p.where(),
                                                        p.suggestion(),
                                                        p.code()))
                        .collect(joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("no problem to report");
        }
        this.problems = List.copyOf(problems);
    }

    /** For a single problem. */
    public static RequestException of(
            String code, String where, String message, String suggestion) {
        return new RequestException(List.of(new Problem(code, where, message, suggestion)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
