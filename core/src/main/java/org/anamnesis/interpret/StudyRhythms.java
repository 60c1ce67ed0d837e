package org.anamnesis.interpret;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.anamnesis.code.StudyKind;
import org.anamnesis.interpret.StudyTerms.Place;
import org.anamnesis.interpret.StudyTerms.Term;
import org.anamnesis.spec.StudyOrder;

/**
 * "200 ECGs across rhythms", "a mix of rhythms", "every rhythm": all rhythms of the catalogue in
 * equal shares, unless rhythms are named as well. Which ones were taken is said as an assumption.
 */
final class StudyRhythms {
    /** The group of findings in the catalogue of which each recording has one. */
    private static final String GROUP = "rhythm";

    private static final String ACROSS =
            "across|over|covering|covers?|spanning|spans?|among|throughout";
    private static final String EACH = "each|every";
    private static final String MANY =
            EACH
                    + "|all|various|different|several|diverse|many|mixed|mix|mixture|variety|range|spectrum|assortment|multiple|distinct|varied|varying|whole";
    private static final String LINK =
            "of|the|an?|in|with|having|showing|kinds?|types?|sorts?|common|usual|main|major|frequent|typical|possible|supported|available|most|important|cardiac|heart|their|wide|broad|full|good|equally|evenly|balanced|spread|distributed|divided|split|equal|shares?|parts?|proportions?|numbers?";
    private static final String SORTS = "types|classes|categories|kinds";
    private static final String EVENLY = "equally|evenly|mixed|alike|" + SORTS;

    private final Draft draft;
    private final Sentence s;
    private final StudyClaim claim;
    private final List<Place> all;

    /**
     * @param all places of the sentence that name a kind or something in it
     */
    StudyRhythms(Draft draft, StudyClaim claim, List<Place> all) {
        this.draft = draft;
        this.s = draft.sentence;
        this.claim = claim;
        this.all = all;
    }

    /**
     * The order with every rhythm in an equal share, if they are asked for.
     *
     * @param conditions those that show themselves by a rhythm, with their percent, to be added to
     */
    StudyOrder read(StudyOrder order, StudyKind kind, Map<String, Double> conditions) {
        List<StudyKind.Shown> rhythms =
                kind.findings().stream().filter(f -> f.group().equals(GROUP)).toList();
        boolean asked = !rhythms.isEmpty() && asked();
        boolean named =
                all.stream()
                        .anyMatch(
                                p ->
                                        p.term() instanceof Term.Finding f
                                                && f.of().group().equals(GROUP));
        if (!asked || named) {
            return order;
        }
        StudyOrder shown = order;
        double percent = 100.0 / rhythms.size();
        for (StudyKind.Shown f : rhythms) {
            if (f.conditions().isEmpty()) {
                shown = shown.showing(new StudyOrder.Shown(f.id(), percent, Map.of()));
            } else { // who shows it has it in the record
                conditions.put(f.conditions().get(0), percent);
            }
        }
        draft.assume(
                "The rhythms of the %s are %s, in equal shares; other shares can be asked for, as \"30 %% with %s\"."
                        .formatted(
                                kind.names().get(0),
                                rhythms.stream()
                                        .map(f -> f.names().get(0))
                                        .collect(Collectors.joining(", ")),
                                rhythms.get(rhythms.size() - 1).names().get(0)));
        return shown;
    }

    /** Whether rhythms are asked for as such; the words are taken then. */
    private boolean asked() {
        boolean asked = false;
        for (int i = 0; i < s.size(); i++) {
            if (!s.like(i, "rhythms?") || !s.free(i) || claim.used(i) || within(i)) {
                continue;
            }
            boolean many = s.like(i, "rhythms") || s.like(i + 1, SORTS);
            boolean led = s.like(i, "rhythms") && s.like(i + 1, EVENLY);
            int from = i;
            while (s.free(from - 1) && s.like(from - 1, LINK + "|" + MANY + "|" + ACROSS)) {
                from--;
                boolean across = many && s.like(from, ACROSS);
                led |= across || s.like(from, many ? MANY : EACH);
            }
            if (led && !claim.denied(from)) {
                int to = i + 1;
                while (s.free(to) && s.like(to, EVENLY)) {
                    to++;
                }
                claim.take(from, claim.evenly(to));
                asked = true;
            }
        }
        return asked;
    }

    /** Whether a word is part of the name of a finding or of something else that is made. */
    private boolean within(int i) {
        return all.stream().anyMatch(p -> p.from() <= i && i < p.to());
    }
}
