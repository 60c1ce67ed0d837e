package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.ContactCount;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Phase;

/**
 * How often patients come: "seen twice a year", "check-ups every 3 months", "back each quarter".
 */
final class VisitWords {
    /** Say that somebody comes or is seen. */
    private static final Set<String> CUES =
            Set.of(
                    ("visit visits visiting visited encounter encounters appointment appointments"
                                    + " consultation consultations come coming comes seen see seeing review"
                                    + " reviews reviewed check checks checked checkup checkups ups examined"
                                    + " examination examinations attend attending attends return returning"
                                    + " appear appearing turn turning show showing clinic drop dropping call"
                                    + " calling followed follow contact contacts assessed assessment"
                                    + " assessments monitored monitor monitoring back invited recalled"
                                    + " evaluated exam exams physical physicals")
                            .split(" "));

    /** So few words about times are of the record that was asked before. */
    private static final int BARE = 7;

    private final Draft draft;
    private final Sentence s;

    private VisitWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft, CohortSpec current) {
        rhythm(draft, current);
        boolean counted =
                draft.edits().stream()
                        .anyMatch(
                                q ->
                                        q.edit() instanceof Edit.CountContacts c
                                                && c.count().of() == ContactCount.Kind.VISITS);
        boolean rhythm =
                draft.edits().stream()
                        .anyMatch(
                                q ->
                                        (q.edit() instanceof Edit.SetTimeline t
                                                        && t.visitsPerYear() > 0)
                                                || (q.edit() instanceof Edit.Pace p
                                                        && p.of().equals(Phase.VISITS)));
        if (counted && rhythm) {
            draft.problem(
                    "request.visits.twice",
                    0,
                    draft.sentence.size(),
                    "How many visits each patient has and how often they come are one and the same.",
                    "one of the two: 6 visits each, or quarterly visits");
        }
    }

    private static void rhythm(Draft draft, CohortSpec current) {
        VisitWords words = new VisitWords(draft);
        boolean asked = current.beyond().timeline().filter(t -> t.visitsPerYear() > 0).isPresent();
        boolean bare = current.beyond().timeline().isPresent() && words.s.size() <= BARE;
        // "over 5 years, quarterly"
        boolean years =
                draft.has(Edit.SetTimeline.class)
                        || draft.has(Edit.SetCalendar.class)
                        || draft.has(Edit.SinceBirth.class)
                        || draft.has(Edit.SinceDiagnosis.class);
        if (!asked && !bare && !years && !words.cue()) {
            return;
        }
        for (int i = 0; i < words.s.size(); i++) {
            Optional<Rhythm> said =
                    words.s.free(i) && !words.admitted(i)
                            ? Rhythm.at(words.s, i)
                            : Optional.empty();
            if (said.isPresent() && UnmadeOrders.find(draft, said.get())) {
                i = said.get().to() - 1;
            } else if (said.isPresent() && words.again(said.get(), current)) {
                return;
            } else if (said.filter(words::emit).isPresent()) {
                return;
            }
        }
    }

    /** "change that to every 3 months" where one value's rhythm is all that was asked. */
    private boolean again(Rhythm said, CohortSpec current) {
        boolean that = s.like(0, "change|make|set|switch|put") && s.like(1, "that|it|this");
        Optional<String> value =
                current.beyond()
                        .timeline()
                        .filter(t -> t.visitsPerYear() == 0 && t.phases().isEmpty())
                        .filter(t -> that && t.measured().size() == 1)
                        .map(t -> t.measured().keySet().iterator().next());
        value.ifPresent(
                of ->
                        draft.edit(
                                new Edit.Pace(of, List.of(), said.perYear(), false), 0, said.to()));
        return value.isPresent();
    }

    /** "20 % in hospital at least once a year": of stays, which are no planned visits. */
    private boolean admitted(int i) {
        int at = i - 1;
        while (s.like(at, "at|least|most|about|on|average|more|than|up|to")) {
            at--;
        }
        return s.like(at, "hospitals?|hospitali[sz]ed|admitted|emergency|ed|er|inpatients?");
    }

    private boolean cue() {
        for (int i = 0; i < s.size(); i++) {
            if (CUES.contains(s.word(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean emit(Rhythm said) {
        draft.edit(new Edit.SetTimeline(0, said.perYear()), said.from(), said.to());
        for (int i = 0; i < s.size(); i++) { // the words of coming ask for nothing more
            s.use(i, CUES.contains(s.word(i)) && !s.inConcept(i) ? i + 1 : i);
        }
        return true;
    }
}
