package org.anamnesis.interpret;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;

/** Words for some of the people of a cohort: "smokers", "those over 65", "patients on insulin". */
final class Subgroups {
    private static final String PEOPLE =
            "those|patients?|people|anyone|everyone|everybody|anybody|adults|subjects|participants|individuals|ones|persons?|cases";
    private static final String SEXES = "women|woman|men|man|females?|males?|ladies";
    private static final String WITH = "on|with|taking|having|using|who|receiving|without";

    /**
     * Some of them.
     *
     * @param to one past the last word
     * @param subject what tells them apart: "sex", "age" or the id of a concept
     */
    record Part(int from, int to, String subject) {}

    private final Sentence s;
    private final CohortSpec current;

    /** By subject, where it is first spoken of. */
    private final Map<String, Integer> firsts = new HashMap<>();

    Subgroups(Sentence s, CohortSpec current) {
        this.s = s;
        this.current = current;
    }

    /** Those whose words begin here, unless they are all of the cohort. */
    Optional<Part> at(int i) {
        return named(i).filter(p -> !all(p.subject()) && !before(p));
    }

    /** The same with an article or "all" in front. */
    Optional<Part> behind(int i) {
        int at = i;
        while (s.like(at, "the|all|any|every|each|of|both|only|just|other|our|my") && at < i + 4) {
            at++;
        }
        return at(at);
    }

    private Optional<Part> named(int i) {
        if (s.like(i, SEXES)) {
            return aged(new Part(i, i + 1, "sex"));
        }
        int smokers = s.like(i, "current|former|ex|never|non|active|heavy") ? i + 1 : i;
        if (s.like(smokers, "smokers?|nonsmokers?")) {
            return aged(new Part(i, smokers + 1, "smoking"));
        }
        if (s.like(i, "elderly|seniors|oldest|youngest|octogenarians")) {
            return Optional.of(new Part(i, i + 1, "age"));
        }
        if (s.like(i, PEOPLE)) {
            return people(i);
        }
        if (s.like(i, "over|under|above|below") && s.word(i + 2).equals("s")) {
            return ages(i, i); // "the under 50s"
        }
        Optional<Sentence.Named> n = concept(i);
        if (s.like(i, "diabetics?") && s.like(i + 1, "|[.,;!]|in|among|should|must|who|on")) {
            boolean main = current.condition().filter(c -> c.contains("diabetes")).isPresent();
            return main ? Optional.empty() : Optional.of(new Part(i, i + 1, "type-2-diabetes"));
        }
        boolean users = n.isPresent() && s.like(n.get().to(), "users?|takers|patients|sufferers");
        boolean noun =
                n.isPresent()
                        && s.like(i, "diabetics|hypertensives|asthmatics|alcoholics|epileptics");
        return users || noun
                ? Optional.of(new Part(i, n.get().to() + (users ? 1 : 0), n.get().concept().id()))
                : Optional.empty();
    }

    /** "those over 65", "patients aged 40 to 50", "people on insulin", "those with CKD". */
    private Optional<Part> people(int i) {
        int at = i + 1;
        while (s.like(at, "who|that|are|is|aged|being|of|age")) {
            at++;
        }
        Optional<Part> age = ages(i, at);
        if (age.isPresent()) {
            return age;
        }
        at = i + 1;
        while (s.like(at, WITH + "|are|have|has|take|takes|a|an|the|any|smoke|smokes")) {
            if (s.like(at, "smokes?")) {
                return Optional.of(new Part(i, at + 1, "smoking"));
            }
            at++;
        }
        return at == i + 1
                ? Optional.empty()
                : concept(at).map(n -> new Part(i, n.to(), n.concept().id()));
    }

    private Optional<Part> ages(int from, int i) {
        int at =
                s.like(i, "over|under|above|below|older|younger|beyond|past|from|between|>|<|>=|<=")
                        ? i + 1
                        : i;
        at = at > i && s.word(at).equals("than") ? at + 1 : at;
        boolean number = s.at(at).number() && (at > i || s.word(i - 1).equals("aged"));
        if (!number) {
            return Optional.empty();
        }
        int to = at + 1;
        boolean range = s.like(to, "to|-|and") && s.at(to + 1).number();
        to = range ? to + 2 : to;
        while (s.like(to, "s|years?|yrs?|y|old|and|or|older|over|above|younger|of|age")
                && (!s.word(to).equals("and") || s.like(to + 1, "older|over|above|younger"))) {
            to++;
        }
        return Optional.of(new Part(from, to, "age"));
    }

    /** "200 women with asthma. The women should be over 60." */
    private boolean before(Part p) {
        boolean told = p.subject().equals("sex") || p.subject().equals("smoking");
        int first =
                told
                        ? firsts.computeIfAbsent(
                                p.subject(), w -> first(w.equals("sex") ? SEXES : "smokers"))
                        : s.size();
        return first < p.from() - 1;
    }

    /** Where the first of these words stands that is no part of others; beyond the end if none. */
    private int first(String words) {
        int at = 0;
        while (at < s.size()
                && (!s.like(at, words)
                        || s.like(at - 1, "%|percent|of|the")
                        || s.like(at - 2, "%|of"))) {
            at++;
        }
        return at;
    }

    /** "women over 50" are a part by either. */
    private Optional<Part> aged(Part p) {
        int at = p.to();
        while (s.like(at, "aged|who|are")) {
            at++;
        }
        Optional<Part> age =
                all(p.subject()) || at > p.to() || s.at(at + 1).number()
                        ? ages(p.from(), at)
                        : Optional.empty();
        return age.isPresent() ? age : Optional.of(p);
    }

    private Optional<Sentence.Named> concept(int i) {
        return s.namedAt(i, Concept.Kind.CONDITION).or(() -> s.drugAt(i));
    }

    /** Whether it is asked of everyone already, or by nothing yet that this is only one of. */
    private boolean all(String subject) {
        boolean main = current.condition().filter(subject::equals).isPresent();
        return main
                || current.constraints().stream()
                        .anyMatch(
                                c ->
                                        c instanceof Constraint.Require
                                                && (subject.equals(Last.subject(c))
                                                        || subject.equals(Last.concept(c))));
    }
}
