package org.anamnesis.interpret;

import java.util.Optional;
import java.util.OptionalInt;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.Criterion.ObservationWithin;

/**
 * Grades of airflow limitation: "GOLD 3", "GOLD stage II to IV", "GOLD grade 2 or worse". The GOLD
 * report defines them by FEV1 in % of predicted: from 80, 50, 30, and less.
 */
final class GoldGrades {
    static final String ID = "fev1_pct";
    private static final int GRAVEST = 4;
    private static final QuantityRange ANY =
            new QuantityRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "%");

    /** FEV1 in % of predicted from which grade 1, 2 and 3 count. */
    private static final int[] FROM = {80, 50, 30};

    private final Draft draft;
    private final Sentence s;

    private GoldGrades(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft) {
        GoldGrades grades = new GoldGrades(draft);
        for (int i = 0; i < draft.sentence.size(); i++) {
            if (draft.sentence.word(i).equals("gold") && draft.sentence.free(i)) {
                grades.at(i);
            }
        }
    }

    private void at(int i) {
        int at = noun(i + 1);
        boolean least = s.word(at).equals(">=");
        boolean most = s.word(at).equals("<=");
        at = least || most ? at + 1 : at;
        OptionalInt first = grade(at);
        if (first.isEmpty() || !s.free(i, at + 1)) {
            return;
        }
        int low = most ? 1 : first.getAsInt();
        int high = least ? GRAVEST : first.getAsInt();
        int to = at + 1;
        boolean open = s.like(to, "or|and");
        Optional<Integer> last = second(to, high);
        OptionalInt beside =
                s.like(to, "i{2,3}|iv") && s.free(to) ? grade(to) : OptionalInt.empty();
        if (beside.isPresent() && beside.getAsInt() > high) { // no dash is left between words
            high = beside.getAsInt();
            to++;
        } else if (last.isPresent()) {
            high = last.get();
            to = s.like(to + 1, "gold|stages?|grades?") ? to + 3 : to + 2;
        } else if (open && s.like(to + 1, "worse|higher|above|more|greater|up|later")) {
            high = GRAVEST;
            to += 2;
        } else if (open && s.like(to + 1, "better|lower|below|less|earlier|milder")) {
            low = 1;
            to += 2;
        } else if (s.word(to).equals("+")) {
            high = GRAVEST;
            to++;
        }
        draft.assume(
                "\"%s\" is taken by FEV1 in %% of predicted, which defines these grades."
                        .formatted(s.quote(i, to)));
        // both ends, so that other grades later replace all of it
        QuantityRange known =
                Measurands.bundled().find(ID).flatMap(Measurand::plausible).orElse(ANY);
        double from = high == GRAVEST ? known.low() : FROM[high - 1];
        double until = low == 1 ? known.high() : FROM[low - 2] - 1;
        var limit = new ObservationWithin(ID, new QuantityRange(from, until, "%"));
        draft.found(Draft.Topic.LIMIT, limit, i, to);
    }

    private int noun(int i) {
        int at = i;
        while (s.like(at, "stages?|grades?|class|category|:|severity|spirometric")) {
            at++;
        }
        return at;
    }

    /** "to 4", "and 3", "- IV": the next one, or more after "to". */
    private Optional<Integer> second(int link, int first) {
        int at = s.like(link + 1, "gold|stages?|grades?") ? link + 2 : link + 1;
        boolean range = s.like(link, "to|-|through|until");
        boolean pair = s.like(link, "or|and|/");
        OptionalInt grade = range || pair ? grade(at) : OptionalInt.empty();
        boolean up =
                grade.isPresent()
                        && s.free(link, at + 1)
                        && grade.getAsInt() > first
                        && (range || grade.getAsInt() == first + 1);
        return up ? Optional.of(grade.getAsInt()) : Optional.empty();
    }

    private OptionalInt grade(int i) {
        int roman =
                switch (s.word(i)) {
                    case "i" -> 1;
                    case "ii" -> 2;
                    case "iii" -> 3;
                    case "iv" -> GRAVEST;
                    default -> 0;
                };
        boolean digit = s.at(i).number() && s.like(i, "[1-4]");
        boolean counted = Words.PERSONS.contains(s.word(i + 1)) || s.like(i + 1, "%|percent");
        return roman > 0
                ? OptionalInt.of(roman)
                : digit && !counted
                        ? OptionalInt.of(s.at(i).value().intValue())
                        : OptionalInt.empty();
    }
}
