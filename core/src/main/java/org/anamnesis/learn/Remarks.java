package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/** What is found wrong with a user's file, all of it, and what is merely worth knowing. */
final class Remarks {
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** A hostile file must not steer the terminal through its cells. */
    static String shown(String text) {
        String plain = text.replaceAll("\\p{C}", " ");
        return plain.length() > 60 ? plain.substring(0, 57) + "..." : plain;
    }

    void problem(String code, String where, String message, String suggestion) {
        problems.add(new Problem(code, shown(where), message, suggestion));
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /**
     * @throws RequestException if there is a problem
     */
    void check() {
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
    }
}
