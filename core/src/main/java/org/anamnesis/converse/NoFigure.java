package org.anamnesis.converse;

import java.util.List;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/** That a figure is not known: better said than guessed. */
final class NoFigure {
    private NoFigure() {}

    /**
     * @param what asked for
     * @param message what is missing, in one sentence
     * @param suggestion what is known instead
     */
    static RequestException of(String what, String message, String suggestion) {
        return new RequestException(
                List.of(new Problem("ask.nofigure", what, message, suggestion)));
    }
}
