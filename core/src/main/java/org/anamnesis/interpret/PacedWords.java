package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Phase;

/**
 * Rhythms that change within a history, and those of procedures: "visits monthly in the first year,
 * then quarterly", "HbA1c every 3 months for a year then every 6", "an eye exam once a year". What
 * is done in a rhythm says nothing of visits.
 */
final class PacedWords {
    private static final String DONE =
            "is|are|be|being|should|must|to|was|were|been|measured|checked|tested|taken|drawn|done|performed|made|monitored|recorded|assessed|repeated|ordered|determined|measurements?|tests?|testing|checks?|readings?|screening|carried|out|obtained|they|have|get|undergo";
    private static final String VISITS =
            "visits?|visited|encounters?|appointments?|consultations?|contacts?|seen|come|coming|reviews?|reviewed|check-ups?|checkups?|clinic|attend|attending|follow-?ups?|followed";

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private PacedWords(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static void find(Draft draft, CohortSpec current) {
        var words = new PacedWords(draft, current);
        for (int i = 0; i < words.s.size(); i++) {
            if (words.s.free(i) && !words.changing(i) && !words.dropped(i)) {
                words.ordered(i);
            }
        }
    }

    /** What changes within the history: its own subject stands before or within it. */
    private boolean changing(int i) {
        Optional<PhaseWords.Read> read = PhaseWords.at(s, i);
        if (read.isEmpty() || !s.free(i, read.get().to())) {
            return false;
        }
        PhaseWords.Read r = read.get();
        Optional<OrderedNames.Found> inside = r.named();
        int before = i - 1;
        while (before >= 0 && s.like(before, DONE + "|,|:|-|at|and|with")) {
            before--;
        }
        Optional<OrderedNames.Found> named = inside.or(() -> ending(i));
        boolean visits = s.like(before, VISITS) || r.visits();
        int from = i;
        if (visits && s.like(before, VISITS) && s.free(before, i)) {
            from = before;
        } else if (!visits && inside.isEmpty() && named.isPresent()) {
            from = named.get().from();
        }
        if (!visits && named.isPresent()) {
            emit(named.get(), r);
        } else {
            pace(Phase.VISITS, r, false, i, r.to());
        }
        if (r.span().isPresent() && !spanned(i, r.to())) {
            draft.edit(new Edit.SetTimeline(r.span().get(), 0), i, r.to(), false);
        }
        s.use(from, r.to());
        return true;
    }

    /** Whether a span is said elsewhere: "over 3 years, monthly for 1 year, quarterly for 2". */
    private boolean spanned(int from, int to) {
        for (int k = 0; k < s.size(); k++) {
            boolean years = s.at(k + 1).number() && s.like(k + 2, "years?|months?");
            if (years && s.like(k, "over|across|spanning|during|of") && (k < from || k >= to)) {
                return true;
            }
        }
        return false;
    }

    private void emit(OrderedNames.Found named, PhaseWords.Read r) {
        for (String o : named.observations()) {
            pace(o, r, true, named.from(), r.to());
        }
        for (String p : named.procedures()) {
            pace(p, r, false, named.from(), r.to());
        }
    }

    private void pace(String of, PhaseWords.Read r, boolean column, int from, int to) {
        List<Phase> phases = new ArrayList<>();
        r.first().forEach(p -> phases.add(new Phase(of, p.perYear(), p.years())));
        draft.edit(new Edit.Pace(of, phases, r.then(), column), Math.min(from, to - 1), to, false);
    }

    /** The names that end where a rhythm begins, with words of being done between. */
    private Optional<OrderedNames.Found> ending(int i) {
        for (int from = Math.max(0, i - 16); from < i; from++) {
            Optional<OrderedNames.Found> found =
                    s.free(from) ? OrderedNames.at(s, from) : Optional.empty();
            if (found.isPresent()) {
                int to = found.get().to();
                while (s.like(to, DONE)) {
                    to++;
                }
                if (to == i) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** "no more eye exams", "drop the spirometry": as in practice again. */
    private boolean dropped(int i) {
        boolean no = s.like(i, "no|without|stop") || RemovalWords.VERBS.contains(s.word(i));
        int at = no ? i + 1 : i;
        while (no && s.like(at, "more|any|the|all|those|yearly|annual|regular|longer|rhythm|of")) {
            at++;
        }
        Optional<OrderedNames.Found> named = no ? OrderedNames.at(s, at) : Optional.empty();
        List<String> asked =
                named.stream().flatMap(n -> n.procedures().stream()).filter(this::asked).toList();
        if (asked.isEmpty() || !s.free(i, named.get().to())) {
            return false;
        }
        int to = named.get().to();
        asked.forEach(p -> draft.edit(new Edit.Pace(p, List.of(), 0, false), i, to, false));
        s.use(i, to);
        return true;
    }

    private boolean asked(String procedure) {
        return current.beyond()
                .timeline()
                .filter(t -> t.measured().containsKey(procedure) || !t.phases(procedure).isEmpty())
                .isPresent();
    }

    /** A list with a procedure in it, and one rhythm behind or before it. */
    private void ordered(int i) {
        Optional<Rhythm> before = Rhythm.at(s, i);
        int start = before.map(Rhythm::to).orElse(i);
        Optional<OrderedNames.Found> named =
                OrderedNames.at(s, start).filter(n -> !n.procedures().isEmpty());
        if (named.isEmpty() || !s.free(start, named.get().to())) {
            return;
        }
        int to = named.get().to();
        while (s.like(to, DONE)) {
            to++;
        }
        boolean also = s.like(to, "at|on|from") && s.like(to + 2, "and|then|,");
        to = also && s.like(to + 1, "baseline|diagnosis|entry|inclusion") ? to + 3 : to;
        Optional<Rhythm> rhythm = before.isPresent() ? before : Rhythm.at(s, to);
        boolean changes = before.isEmpty() && PhaseWords.at(s, to).isPresent(); // read from there
        if (rhythm.isEmpty() || changes || s.like(rhythm.get().to(), VISITS)) {
            return;
        }
        int end = before.isPresent() ? named.get().to() : rhythm.get().to();
        var steady = new PhaseWords.Read(List.of(), rhythm.get().perYear(), end);
        emit(named.get(), steady);
        if (!HistorySigns.any(s, current)) {
            draft.assume(
                    "what is done again and again needs a history: it is one year, if no span is said");
        }
        s.use(i, end);
        span(end);
    }

    /** "an eye exam every year for 5 years", and so of a list of them. */
    private void span(int at) {
        boolean years = s.like(at + 2, "years?");
        boolean led = s.like(at, "for|over|during|across") && s.at(at + 1).number();
        double span = s.at(at + 1).doubleValue() / (years ? 1 : 12);
        if (led && (years || s.like(at + 2, "months?")) && span > 0 && s.free(at, at + 3)) {
            draft.edit(new Edit.SetTimeline(span, 0), at, at + 3);
        }
    }
}
