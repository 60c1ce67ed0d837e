package org.anamnesis.report;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How the user's words were taken.
 *
 * @param request the user's words
 * @param understood what was asked, one sentence each
 * @param assumed what the user did not say and was decided, one sentence each
 * @param ignored words that were not used
 */
public record Understanding(
        String request, List<String> understood, List<String> assumed, List<String> ignored) {
    public Understanding {
        requireNonNull(request, "request");
        understood = List.copyOf(understood);
        assumed = List.copyOf(assumed);
        ignored = List.copyOf(ignored);
    }
}
