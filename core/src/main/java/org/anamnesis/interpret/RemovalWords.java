package org.anamnesis.interpret;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Criterion.CategoryIn;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Regions;

/** What shall not be asked any more: "remove the age limit", "both sexes", "any BMI". */
final class RemovalWords {
    private static final Set<String> VERBS =
            Set.of(
                    "remove", "drop", "delete", "forget", "lift", "ignore", "clear", "without",
                    "no", "cancel", "discard", "relax", "skip");
    private static final Set<String> LIMITS =
            Set.of(
                    "limit",
                    "limits",
                    "restriction",
                    "restrictions",
                    "criterion",
                    "criteria",
                    "filter",
                    "filters",
                    "range",
                    "requirement",
                    "requirements",
                    "target",
                    "targets",
                    "constraint",
                    "constraints",
                    "condition",
                    "cutoff",
                    "threshold",
                    "quota",
                    "share");
    private static final Set<String> ANY = Set.of("any", "all", "every", "both", "whatever");
    private static final Map<String, String> SUBJECTS =
            Map.ofEntries(
                    Map.entry("age", "age"),
                    Map.entry("ages", "age"),
                    Map.entry("sex", "sex"),
                    Map.entry("sexes", "sex"),
                    Map.entry("gender", "sex"),
                    Map.entry("genders", "sex"),
                    Map.entry("race", "race_ethnicity"),
                    Map.entry("races", "race_ethnicity"),
                    Map.entry("ethnicity", "race_ethnicity"),
                    Map.entry("ethnicities", "race_ethnicity"),
                    Map.entry("smoking", "smoking"),
                    Map.entry("smoker", "smoking"),
                    Map.entry("insurance", "insurance"),
                    Map.entry("region", "region"),
                    Map.entry("regions", "region"),
                    Map.entry("education", "education"));

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private record Part(String subject, int to) {}

    private RemovalWords(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static void find(Draft draft, CohortSpec current) {
        RemovalWords words = new RemovalWords(draft, current);
        for (int i = 0; i < words.s.size(); i++) {
            if (words.s.free(i)) {
                words.verb(i);
                words.any(i);
                words.back(i);
            }
        }
    }

    /** "remove the age limit", "no limit on BMI", "drop the hypertension". */
    private void verb(int i) {
        boolean mind = s.word(i).equals("mind") && s.word(i - 1).equals("never");
        boolean stop = s.word(i).matches("dont|stop") && s.word(i + 1).matches("set|setting|fix");
        if (!VERBS.contains(s.word(i)) && !mind && !stop) {
            return;
        }
        int at = i + 1;
        while (Set.of(
                        "the", "that", "about", "any", "more", "on", "set", "setting", "missing",
                        "fix")
                .contains(s.word(at))) {
            at++;
        }
        boolean before =
                LIMITS.contains(s.word(at))
                        && Set.of("on", "for", "of", "in").contains(s.word(at + 1));
        if (before) {
            at += 2;
            at = s.word(at).equals("the") ? at + 1 : at;
        }
        Optional<Part> part = subject(at);
        if (part.isEmpty()) {
            return;
        }
        int to = part.get().to();
        boolean behind = LIMITS.contains(s.word(to));
        String subject = part.get().subject();
        boolean asked =
                !before
                        && !behind
                        && askedOfPeople(subject)
                        && !s.word(i).equals("no")
                        && !s.word(i).equals("without");
        boolean gap = s.word(i + 1).equals("missing") && s.word(i).matches("no|without");
        boolean thing = mind || stop || gap || s.word(i).equals("forget");
        if (before || behind || asked || (thing && Last.asked(current, subject))) {
            forget(subject, mind ? i - 1 : i, behind ? to + 1 : to);
            int rest =
                    Math.max(
                            s.after(to, "any more"),
                            Math.max(s.after(to, "after all"), s.after(to, "anymore")));
            s.use(to, Math.max(to, rest));
        }
    }

    /** "both sexes", "any age", "regardless of age". */
    private void any(int i) {
        int at =
                ANY.contains(s.word(i))
                        ? i + 1
                        : Math.max(s.after(i, "regardless of"), s.after(i, "irrespective of"));
        if (at < 0 || !SUBJECTS.containsKey(s.word(at))) {
            return;
        }
        forget(SUBJECTS.get(s.word(at)), i, at + 1);
    }

    /** "put the smokers back in", "allow smokers again". */
    private void back(int i) {
        boolean put = s.word(i).matches("put|let|allow|include|bring|take");
        int at = s.word(i + 1).equals("the") ? i + 2 : i + 1;
        boolean back = s.word(at + 1).matches("back|again");
        if (put && back && s.word(at).matches("smokers?")) {
            int to = s.word(at + 2).equals("in") ? at + 3 : at + 2;
            forget("smoking", i, to);
            return;
        }
        Optional<Part> part = put ? subject(at) : Optional.empty();
        boolean again = part.isPresent() && s.word(part.get().to()).matches("back|again");
        if (again && Last.asked(current, part.get().subject())) {
            int end = part.get().to() + 1;
            forget(part.get().subject(), i, s.word(end).equals("in") ? end + 1 : end);
        }
    }

    private Optional<Part> subject(int at) {
        if (SUBJECTS.containsKey(s.word(at))) {
            return Optional.of(new Part(SUBJECTS.get(s.word(at)), at + 1));
        }
        for (Concept.Kind kind : Concept.Kind.values()) {
            Optional<Sentence.Named> n = s.namedAt(at, kind);
            if (n.isPresent()) {
                return Optional.of(new Part(n.get().concept().id(), n.get().to()));
            }
        }
        return Optional.empty();
    }

    /** A condition or drug of whom some were asked to have it: dropping it drops the wish. */
    private boolean askedOfPeople(String id) {
        for (Constraint c : current.constraints()) {
            List<Criterion> of =
                    c instanceof Constraint.Require r
                            ? List.of(r.criterion())
                            : c instanceof Constraint.Share h ? List.of(h.criterion()) : List.of();
            for (Criterion criterion : of) {
                boolean has =
                        criterion instanceof Criterion.HasCondition h && h.condition().equals(id);
                boolean takes =
                        criterion instanceof Criterion.TakesMedication t
                                && t.medication().equals(id);
                boolean lives = criterion instanceof CategoryIn in && in.variable().equals(id);
                if (has || takes || (lives && Regions.in(criterion))) {
                    return true;
                }
            }
        }
        return false;
    }

    private void forget(String subject, int from, int to) {
        draft.edit(new Edit.Forget(subject), from, to);
    }
}
