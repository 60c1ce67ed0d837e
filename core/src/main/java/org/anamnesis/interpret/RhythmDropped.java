package org.anamnesis.interpret;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Phase;
import org.anamnesis.spec.Timeline;

/**
 * A rhythm that was asked, taken back: "drop the visit schedule", "no fixed rhythm for HbA1c"; it
 * comes as practice has it again, and what is measured stays there.
 */
final class RhythmDropped {
    private static final Map<String, String> SETS =
            Map.of(
                    "@out",
                    "remove/drop/delete/cancel/forget/undo/lose/take_out/leave_out/scrap/no/without",
                    "@the",
                    "the/my/that/any/fixed/the_fixed",
                    "@rhythm",
                    "schedule/schedules/rhythm/frequency/interval/intervals/timetable/cadence/plan",
                    "@visits",
                    "visit/visits/visiting/appointment/encounter/follow_up/follow-up");

    private static final List<IdiomPattern> OF_VISITS =
            IdiomPattern.all(
                    SETS,
                    "@out [@the] @visits @rhythm",
                    "@out [@the] @rhythm of/for [the] @visits",
                    "visits as in practice/usual");

    private static final List<IdiomPattern> OF_VALUES =
            IdiomPattern.all(
                    SETS,
                    "@out [@the] {obs} [measurement/testing/measuring] @rhythm",
                    "@out [@the] @rhythm of/for [the] {obs}");

    private RhythmDropped() {}

    static void find(Draft draft, CohortSpec current) {
        Optional<Timeline> there = current.beyond().timeline();
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size() && there.isPresent(); i++) {
            if (s.free(i)) {
                at(draft, OF_VISITS, i).ifPresent(m -> dropped(draft, Phase.VISITS, m));
                at(draft, OF_VALUES, i).ifPresent(m -> value(draft, there.get(), m));
            }
        }
    }

    private static Optional<IdiomPattern.Match> at(Draft draft, List<IdiomPattern> all, int i) {
        Sentence s = draft.sentence;
        return IdiomPattern.matches(all, s, i).filter(m -> s.free(i, m.to())).findFirst();
    }

    private static void value(Draft draft, Timeline there, IdiomPattern.Match m) {
        int place = m.places().get(0).from();
        draft.sentence
                .namedAt(place, Concept.Kind.OBSERVATION)
                .map(n -> n.concept().id())
                .filter(id -> there.measured().containsKey(id) || !there.phases(id).isEmpty())
                .ifPresent(id -> dropped(draft, id, m));
    }

    private static void dropped(Draft draft, String of, IdiomPattern.Match m) {
        draft.edit(new Edit.Pace(of, List.of(), 0, false), m.from(), m.to());
    }
}
