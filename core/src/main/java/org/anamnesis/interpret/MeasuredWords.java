package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;

/**
 * How often an observation is measured, which says nothing of visits: "HbA1c every 3 months",
 * "yearly UACR", "blood pressure checked monthly".
 */
final class MeasuredWords {
    private static final String DONE =
            "is|are|be|being|should|must|to|was|were|been|measured|measurements?|checked|tested|taken|drawn|done|monitored|recorded|assessed|repeated|ordered|determined|tests?|testing|checks?|values?|readings?|results?|levels?|panels?";
    private static final String NOUNS =
            "tests?|testing|checks?|values?|readings?|results?|levels?|measurements?|panels?|monitoring";

    /** What comes rather than is measured. */
    private static final String COMING =
            "visits?|encounters?|appointments?|consultations?|follow|followups?|check-ups?|checkups?|reviews?|clinic";

    private final Draft draft;
    private final Sentence s;

    private MeasuredWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft, CohortSpec current) {
        if (!HistorySigns.span(draft.sentence, current)) {
            return;
        }
        var words = new MeasuredWords(draft);
        for (int i = 0; i < words.s.size(); i++) {
            if (words.s.free(i) && !words.behind(i)) {
                words.before(i);
            }
        }
    }

    /** "HbA1c and lipids measured every 6 months". */
    private boolean behind(int i) {
        Optional<IdiomPattern.Span> named = IdiomPlaces.at(s, i, IdiomPlaces.Kind.OBS, true);
        if (named.isEmpty()) {
            return false;
        }
        int at = named.get().to();
        while (s.like(at, DONE)) {
            at++;
        }
        Optional<Rhythm> rhythm = Rhythm.at(s, at);
        if (rhythm.isEmpty() || s.like(rhythm.get().to(), COMING)) {
            return false;
        }
        int end = rhythm.get().to();
        boolean emitted = emit(named.get(), rhythm.get(), i, end);
        if (emitted) {
            span(end);
        }
        return emitted;
    }

    /** "every month for 2 years". */
    private void span(int at) {
        boolean years = s.like(at + 2, "years?");
        boolean led = s.like(at, "for|over|during|across") && s.at(at + 1).number();
        double span = s.at(at + 1).doubleValue() / (years ? 1 : 12);
        if (led && (years || s.like(at + 2, "months?")) && span > 0 && s.free(at, at + 3)) {
            draft.edit(new Edit.SetTimeline(span, 0), at, at + 3);
        }
    }

    /** "quarterly HbA1c", "with yearly UACR tests". */
    private boolean before(int i) {
        Optional<Rhythm> rhythm = Rhythm.at(s, i);
        Optional<IdiomPattern.Span> named =
                rhythm.flatMap(r -> IdiomPlaces.at(s, done(r.to()), IdiomPlaces.Kind.OBS, true));
        if (named.isEmpty()) {
            return false;
        }
        int to = named.get().to();
        while (s.like(to, NOUNS)) {
            to++;
        }
        boolean more =
                s.like(to, "above|below|over|under|of|between|at|<|>|≥|≤|=")
                        || Rhythm.at(s, to).isPresent();
        return !more && emit(named.get(), rhythm.get(), rhythm.get().from(), to);
    }

    /** "monthly measurements of HbA1c", "each month measured HbA1c". */
    private int done(int i) {
        int at = i;
        while (s.like(
                at, "measured|measurements?|checked|tested|tests?|checks?|monitored|monitoring")) {
            at++;
        }
        return at > i && s.like(at, "of|for") ? at + 1 : at;
    }

    private boolean emit(IdiomPattern.Span named, Rhythm rhythm, int from, int to) {
        List<String> all = new ArrayList<>();
        for (int k = named.from(); k < named.to(); k++) {
            int panel = s.afterAny(k, Panels.NAMES);
            if (panel > 0) {
                all.addAll(Panels.of(s.english(k, panel).toLowerCase(Locale.ROOT)));
                k = panel - 1;
            } else {
                s.namedAt(k, Concept.Kind.OBSERVATION).ifPresent(n -> all.add(n.concept().id()));
            }
        }
        if (all.isEmpty() || !s.free(from, to)) {
            return false;
        }
        for (String observation : all) {
            draft.edit(Edit.Pace.measured(observation, rhythm.perYear()), from, to, false);
        }
        s.use(from, to);
        return true;
    }
}
