package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.interpret.StudyTerms.Place;
import org.anamnesis.interpret.StudyTerms.Term;

/**
 * Findings that no study shows at once, listed without shares: "ECGs with AF, flutter and sinus
 * tachycardia", "ECGs: AF or paced". Of two with "and" one cannot tell whether both are meant.
 */
final class StudyAlternatives {
    private static final String JOIN = "and|or|&|plus|,|/|vs|versus|an?|the";
    private static final String OR = "or|/|vs|versus";
    private static final String LEAD =
            "with|of|showing|shows?|having|has|have|either|in|an?|the|:|,|\\(|patients?|people|adults?|persons?|subjects|cases|men|women|rhythms?|different|various|several|two|three|four|five|e[ck]gs?|eegs?|cts?|tracings?|recordings?|traces?|scans?";
    private static final String WHOLE = "each|all|every|both|%|percent|same";

    private final Sentence s;
    private final StudyClaim claim;
    private final List<Place> all;

    /**
     * @param all places of the sentence that name a kind or something in it
     */
    StudyAlternatives(Sentence s, StudyClaim claim, List<Place> all) {
        this.s = s;
        this.claim = claim;
        this.all = all;
    }

    /**
     * The first such list of the sentence, empty if there is none.
     *
     * @param first token of the number of studies or people, −1 if it is not said
     * @param many whether studies were asked for before
     */
    List<Place> listed(int first, boolean many) {
        boolean several =
                many
                        || s.foreign()
                        || (first >= 0 && s.at(first).doubleValue() > 1)
                        || all.stream()
                                .anyMatch(
                                        p ->
                                                p.term() instanceof Term.Kind
                                                        && s.word(p.to() - 1).endsWith("s"));
        List<Place> run = new ArrayList<>();
        for (Place p : several ? all : List.<Place>of()) {
            if (!(p.term() instanceof Term.Finding)) {
                continue;
            }
            if (!run.isEmpty() && !joined(run.get(run.size() - 1), p)) {
                if (alternatives(run, first)) {
                    return run;
                }
                run.clear();
            }
            run.add(p);
        }
        return alternatives(run, first) ? run : List.of();
    }

    private boolean joined(Place a, Place b) {
        return a.to() < b.from()
                && a.term().kind().equals(b.term().kind())
                && IntStream.range(a.to(), b.from()).allMatch(i -> s.like(i, JOIN));
    }

    private boolean alternatives(List<Place> run, int first) {
        if (run.size() < 2 || run.stream().anyMatch(p -> claim.denied(p.from()))) {
            return false;
        }
        for (int a = 0; a < run.size(); a++) {
            for (int b = a + 1; b < run.size(); b++) {
                if (!apart((Term.Finding) run.get(a).term(), (Term.Finding) run.get(b).term())) {
                    return false;
                }
            }
        }
        int from = run.get(0).from();
        int to = run.get(run.size() - 1).to();
        int led = from - 1;
        boolean told = false;
        while (s.like(led, LEAD)) {
            told |= s.like(led, ":|either");
            led--;
        }
        told |= IntStream.range(from, to).anyMatch(i -> s.like(i, OR));
        boolean shared = s.like(led, WHOLE) || s.at(led).kind() == Token.Kind.FRACTION;
        shared |= s.at(led).number() && led != first;
        int behind = s.like(to, "in|for|at|of|among|:|=|\\(") ? to + 1 : to;
        shared |= claim.percent(behind).isPresent() || s.like(behind, WHOLE);
        shared |= s.at(behind).number() && behind > to && !s.like(to, "at|of");
        return !shared && (told || run.size() > 2);
    }

    private static boolean apart(Term.Finding a, Term.Finding b) {
        return a.kind().apart(a.of().id(), a.given(), b.of().id(), b.given())
                && !(a.of().equals(b.of()) && a.given().equals(b.given()));
    }
}
