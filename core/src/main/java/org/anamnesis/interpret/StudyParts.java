package org.anamnesis.interpret;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anamnesis.code.StudyKind;
import org.anamnesis.interpret.StudyTerms.Place;
import org.anamnesis.interpret.StudyTerms.Term;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.StudyOrder;

/** What studies show and how they are recorded: findings, numbers, settings, files. */
final class StudyParts {
    private static final String PICTURES = "pictures?|svg|png|previews?";
    private static final String FILES = "wfdb|edf|dicom|nifti|bids|" + PICTURES;
    private static final String BETWEEN =
            "of|to|at|=|:|is|be|around|about|a|an|the|should|was|were|by";

    private final Sentence s;
    private final StudyClaim claim;
    private final CohortSpec current;
    private final List<Place> all;

    /**
     * @param all places of the sentence that name a kind or something in it
     */
    StudyParts(Sentence s, StudyClaim claim, CohortSpec current, List<Place> all) {
        this.s = s;
        this.claim = claim;
        this.current = current;
        this.all = all;
    }

    /** The order with one part of it more, if the words at its place say enough. */
    Optional<StudyOrder> part(StudyOrder order, Place p) {
        if (p.term() instanceof Term.Finding f) {
            return finding(order, p, f);
        }
        if (p.term() instanceof Term.Measured m) {
            return measured(order, p, m.of());
        }
        if (p.term() instanceof Term.Set set) {
            return setting(order, p, set.of());
        }
        return p.term() instanceof Term.Choice c
                ? Optional.of(order.set(c.of().id(), c.choice()))
                : Optional.empty();
    }

    /** "a 9 mm nodule in the right upper lobe in 30 %", "20 % with LBBB", "no PVCs". */
    private Optional<StudyOrder> finding(StudyOrder order, Place p, Term.Finding f) {
        boolean implied =
                s.named().stream()
                        .anyMatch(
                                n ->
                                        n.from() <= p.from()
                                                && p.to() <= n.to()
                                                && f.of().conditions().contains(n.concept().id()));
        if (implied) { // who has the condition shows it
            return Optional.empty();
        }
        TreeMap<String, String> details = new TreeMap<>(f.given());
        int from = before(p);
        int to = behind(p);
        for (StudyKind.Setting d : f.of().details()) {
            detail(d, from, to).ifPresent(v -> details.put(d.id(), v));
        }
        double percent =
                s.like(p.from() - 1, StudyOrderWords.DENIAL)
                        ? 0
                        : share(from, p.from(), to).orElse(100);
        if (percent == 0) {
            claim.take(p.from() - 1, p.to());
        }
        return Optional.of(order.showing(new StudyOrder.Shown(f.of().id(), percent, details)));
    }

    /** Where words about this finding may begin: behind the last other part. */
    private int before(Place p) {
        int from = 0;
        for (Place other : all) {
            boolean detail = other.term() instanceof Term.Detail;
            from = !detail && other.to() <= p.from() ? Math.max(from, other.to()) : from;
        }
        for (int i = from; i < p.from(); i++) {
            from = s.like(i, "[.;,]") ? i + 1 : from;
        }
        return from;
    }

    /** Where they end: before the next part, or the end of the clause. */
    private int behind(Place p) {
        int to = s.size();
        for (Place other : all) {
            boolean detail = other.term() instanceof Term.Detail;
            to = !detail && other.from() >= p.to() ? Math.min(to, other.from()) : to;
        }
        for (int i = p.to(); i < to; i++) {
            to = s.like(i, "[.;]|,|and") ? i : to;
        }
        return to;
    }

    private Optional<String> detail(StudyKind.Setting d, int from, int to) {
        if (d.choices().isEmpty() && d.low().isEmpty() && d.high().isEmpty()) {
            return Optional.empty(); // follows from the others
        }
        for (Place other : all) {
            boolean here = other.from() >= from && other.to() <= to;
            if (here && other.term() instanceof Term.Detail x && x.of().id().equals(d.id())) {
                claim.take(other.from(), other.to());
                return Optional.of(x.choice());
            }
        }
        for (int i = from; i < to; i++) {
            if (s.at(i).number() && claim.unit(d.unit(), i + 1) && s.free(i) && !claim.used(i)) {
                claim.take(i, i + 2);
                return Optional.of(StudyClaim.plain(s.at(i).doubleValue()));
            }
        }
        return Optional.empty();
    }

    /** "30 % with", "half of them with" before a finding; "in 30 %", "for a third" behind. */
    private OptionalDouble share(int from, int at, int to) {
        for (int i = to - 1; i >= from; i--) {
            OptionalDouble percent = claim.percent(i);
            boolean behind = i >= at && s.like(i - 1, "in|for|of|among|at");
            boolean before = i < at;
            if (percent.isPresent() && (behind || before)) {
                int end = s.at(i).number() ? i + 2 : i + 1;
                while (s.like(end, "of|the|them|those|patients?|cases|studies|ecgs?|eegs?|cts?|all")
                        && !claim.used(end)
                        && end < s.size()) {
                    end++;
                }
                claim.take(behind ? i - 1 : i, Math.min(end, s.size()));
                return percent;
            }
        }
        return OptionalDouble.empty();
    }

    /** "QTc 480", "QTc of 480 ms", "a 9 Hz alpha rhythm". */
    private Optional<StudyOrder> measured(StudyOrder order, Place p, StudyKind.Measurement m) {
        int i = p.to();
        while (s.like(i, BETWEEN) && i < p.to() + 3) {
            i++;
        }
        if (s.at(i).number() && s.free(i) && !s.like(i + 1, "%|percent")) {
            claim.take(p.to(), claim.unit(m.unit(), i + 1) ? i + 2 : i + 1);
            return Optional.of(order.measuring(m.id(), s.at(i).doubleValue()));
        }
        boolean led = s.at(p.from() - 2).number() && claim.unit(m.unit(), p.from() - 1);
        if (led && s.free(p.from() - 2)) {
            claim.take(p.from() - 2, p.from());
            return Optional.of(order.measuring(m.id(), s.at(p.from() - 2).doubleValue()));
        }
        return Optional.empty();
    }

    /** "sampling rate 1000 Hz", "less noise", "slice thickness of 1 mm". */
    private Optional<StudyOrder> setting(StudyOrder order, Place p, StudyKind.Setting set) {
        int i = p.to();
        while (s.like(i, BETWEEN) && i < p.to() + 3) {
            i++;
        }
        if (s.at(i).number() && s.free(i)) {
            claim.take(p.to(), claim.unit(set.unit(), i + 1) ? i + 2 : i + 1);
            return Optional.of(order.set(set.id(), StudyClaim.plain(s.at(i).doubleValue())));
        }
        int step =
                s.like(p.from() - 1, "less|lower|reduced?|reduce")
                        ? -1
                        : s.like(p.from() - 1, "more|higher|increased?") ? 1 : 0;
        boolean none = s.like(p.from() - 1, "no|without|zero") || s.like(p.to(), "free");
        List<String> choices = set.choices();
        if (choices.isEmpty() || (step == 0 && !none)) {
            return Optional.empty();
        }
        String now =
                current.beyond()
                        .study(p.term().kind().id())
                        .flatMap(o -> Optional.ofNullable(o.settings().get(set.id())))
                        .orElse(set.standard());
        int at = none ? 0 : choices.indexOf(now) + step;
        claim.take(
                s.like(p.to(), "free") ? p.from() : p.from() - 1,
                s.like(p.to(), "free") ? p.to() + 1 : p.to());
        return Optional.of(
                order.set(set.id(), choices.get(Math.max(0, Math.min(choices.size() - 1, at)))));
    }

    /** A number whose unit tells the setting: "ECGs at 1000 Hz", "30 min"; and formats. */
    StudyOrder loose(StudyOrder before, StudyKind kind, Place head) {
        StudyOrder order = before;
        TreeSet<String> files = new TreeSet<>();
        boolean near = head.to() > 0 || s.size() <= 8;
        for (int i = 0; i < s.size(); i++) {
            boolean here = nearest(i).filter(k -> !k.equals(kind)).isEmpty();
            if (s.like(i, FILES) && s.free(i) && near && here) {
                files.add(s.like(i, PICTURES) ? StudyKind.PICTURE : s.word(i));
                claim.take(
                        s.like(i - 1, "as|in|and|,|with|plus") ? i - 1 : i,
                        s.like(i + 1, "format|files?") ? i + 2 : i + 1);
            }
            boolean others = nearest(i).filter(k -> !k.equals(kind)).isPresent();
            if (!near || others || !s.at(i).number() || !s.free(i) || claim.used(i)) {
                continue;
            }
            for (StudyKind.Setting set : kind.settings()) {
                boolean minutes =
                        set.unit().equals("s")
                                && (claim.unit("min", i + 1) || s.like(i + 1, "h|hours?"));
                if (claim.unit(set.unit(), i + 1) || minutes) {
                    double factor = !minutes ? 1 : claim.unit("min", i + 1) ? 60 : 3600;
                    order = order.set(set.id(), StudyClaim.plain(s.at(i).doubleValue() * factor));
                    int from = s.like(i - 1, "at|of|with|for|over|,|rate|sampling|to") ? i - 1 : i;
                    claim.take(from, s.like(i + 2, "long|sampling|sampled|each") ? i + 3 : i + 2);
                    break;
                }
            }
        }
        return files.isEmpty() ? order : order.set(StudyOrder.FILES, String.join(",", files));
    }

    /** Of which of the named kinds a word is said. */
    private Optional<StudyKind> nearest(int token) {
        return all.stream()
                .filter(p -> p.term() instanceof Term.Kind)
                .min(
                        Comparator.comparingInt(
                                p ->
                                        p.from() > token
                                                ? p.from() - token
                                                : Math.max(0, token - p.to() + 1)))
                .map(p -> p.term().kind());
    }
}
