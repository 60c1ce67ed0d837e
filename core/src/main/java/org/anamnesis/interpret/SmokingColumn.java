package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;

/**
 * "variables: FEV1, age, smoking", "add smoking and BMI": among names of columns smoking is one,
 * and nobody has to smoke.
 */
final class SmokingColumn {
    /** Columns that are no observations. */
    private static final String OTHERS =
            "age|ages|sex|gender|race|ethnicity|insurance|education|income|alcohol|diet|exercise|lifestyle"
                    + "|demographics|comorbidities|medications|meds|weight|height|bmi|vitals|labs";

    private static final String ADDING =
            "add|include|including|record|recording|capture|show|report|want|columns?|variables?|fields?|features?";

    private SmokingColumn() {}

    static Sentence plain(Sentence s, Vocabulary vocabulary) {
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            boolean alone = s.like(i, "smoking|tobacco") && ends(s, i + 1);
            if (alone && (column(s, i - 2, i - 1, true) || column(s, i + 2, i + 1, false))) {
                exchanges.add(new Exchange(i, i + 1, "smoking status"));
            } else if (alone && s.like(i - 1, ADDING) && !s.like(i - 2, "not|no|don't|dont")) {
                exchanges.add(new Exchange(i, i + 1, "smoking status"));
            }
        }
        return exchanges.isEmpty() ? s : s.exchanged(exchanges, vocabulary);
    }

    /** Whether nothing more is said of it. */
    private static boolean ends(Sentence s, int at) {
        return at >= s.size()
                || s.like(at, "[,;.!?)]|and|&|/|plus|too|also|please|as|in|for|to|among");
    }

    /** Whether a column without a value stands there, joined by a link of a list. */
    private static boolean column(Sentence s, int at, int link, boolean before) {
        if (!s.like(link, "[,/&]|and|plus")) {
            return false;
        }
        int near = s.like(at, "and|the|,") ? (before ? at - 1 : at + 1) : at;
        boolean named =
                s.named().stream()
                        .filter(n -> n.is(Concept.Kind.OBSERVATION))
                        .anyMatch(n -> before ? n.to() == near + 1 : n.from() == near);
        boolean valued = // "BMI over 30 and smoking" is of people
                !before && !ends(s, behind(s, near));
        return (named || s.like(near, OTHERS)) && !valued && !s.at(near).number();
    }

    private static int behind(Sentence s, int from) {
        return s.named().stream()
                .filter(n -> n.is(Concept.Kind.OBSERVATION) && n.from() == from)
                .mapToInt(Sentence.Named::to)
                .max()
                .orElse(from + 1);
    }
}
