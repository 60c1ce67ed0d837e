package org.anamnesis.interpret;

import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;

/**
 * Questions that only name what is asked for: "prevalence of COPD", "mean HbA1c in CKD", "LOINC
 * code for sodium".
 */
final class FigureQuestions {
    static final Set<String> FIGURES =
            Set.of(
                    "prevalence",
                    "odds",
                    "definition",
                    "mean",
                    "median",
                    "percentage",
                    "proportion",
                    "share");

    private static final String SYSTEMS = "the|a|loinc|snomed|ct|icd.*|cm|rxnorm|ucum|cvx|-|and";

    private FigureQuestions() {}

    /**
     * @param first first word that matters
     * @param people whether patients are asked for in numbers
     */
    static boolean is(Sentence s, int first, boolean people) {
        if (!people && code(s, first)) {
            return true;
        }
        boolean figure = FIGURES.contains(s.word(first)) && s.like(first + 1, "of|ratio|in|for");
        return ranked(s, first) || ((figure || ofOthers(s, first)) && !number(s, first));
    }

    /** "95th percentile of systolic pressure", "range of creatinine in this group". */
    private static boolean ranked(Sentence s, int first) {
        int at = s.at(first).number() ? first + 1 : first;
        at = at > first && s.like(at, "th|st|nd|rd|-") ? at + 1 : at;
        boolean part = at > first && s.like(at, "percentile|centile|quantile");
        boolean spread = at == first && s.like(at, "range|spread|variance|iqr|minimum|maximum");
        int of = s.like(at + 2, "the|their") ? at + 3 : at + 2;
        boolean named =
                s.namedAt(of, Concept.Kind.OBSERVATION).isPresent() || s.word(of).equals("age");
        return (part || spread) && s.like(at + 1, "of") && named && !number(s, of);
    }

    /** "LOINC code for sodium", "the RxNorm codes of metformin". */
    private static boolean code(Sentence s, int first) {
        int at = first;
        while (at < first + 5 && (s.at(at).number() || s.like(at, SYSTEMS))) {
            at++;
        }
        return s.like(at, "codes?") && s.like(at + 1, "of|for|:|-");
    }

    /** "mean HbA1c in CKD", "average age of asthma patients vs all": no number to make it one. */
    private static boolean ofOthers(Sentence s, int word) {
        int first = s.like(word - 1, "mean") && !s.like(word - 2, "i") ? word - 1 : word;
        boolean mean = s.like(first, "mean|average|median|avg|typical|usual");
        Optional<Sentence.Named> named = s.namedAt(first + 1, Concept.Kind.OBSERVATION);
        int to = named.map(Sentence.Named::to).orElse(first + 2);
        boolean what = named.isPresent() || s.word(first + 1).equals("age");
        boolean whose =
                s.like(to, "in|of|among|for")
                        && s.named().stream()
                                .anyMatch(n -> n.is(Concept.Kind.CONDITION) && n.from() > to);
        return mean && what && whose;
    }

    private static boolean number(Sentence s, int first) {
        for (int i = first; i < s.size(); i++) {
            if (s.at(i).number() && !s.inConcept(i)) {
                return true;
            }
        }
        return false;
    }
}
