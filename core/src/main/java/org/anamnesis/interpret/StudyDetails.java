package org.anamnesis.interpret;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.anamnesis.code.StudyKind;
import org.anamnesis.interpret.StudyTerms.Place;
import org.anamnesis.interpret.StudyTerms.Term;
import org.anamnesis.spec.StudyOrder;

/** What is said of a finding around its name: where it is, how large, how old. */
final class StudyDetails {
    static final String SIDED =
            "kidneys?|lungs?|lobes?|sides?|hemisphere|brain|ureter|hemithorax|ventricle";

    private static final String ACROSS = "thick|thickness|across|wide|large|long|diameter|size";

    private final Sentence s;
    private final StudyClaim claim;
    private final List<Place> all;

    /** What findings before have taken. */
    private final BitSet taken = new BitSet();

    /**
     * @param all places of the sentence that name a kind or something in it
     */
    StudyDetails(Sentence s, StudyClaim claim, List<Place> all) {
        this.s = s;
        this.claim = claim;
        this.all = all;
    }

    /** From now on words are of another finding. */
    void next() {
        for (int i = 0; i < s.size(); i++) {
            taken.set(i, claim.used(i));
        }
    }

    /** All details that are said between two places. */
    void read(
            StudyKind.Shown finding,
            Map<String, String> details,
            int from,
            int near,
            ToIntFunction<StudyKind.Setting> to) {
        for (StudyKind.Setting d : finding.details()) {
            of(d, from, near, to.applyAsInt(d)).ifPresent(v -> details.put(d.id(), v));
        }
    }

    /** "hypokalaemia of 2.4": without a unit, of the only number that can be said of it. */
    void bare(Place p, StudyKind.Shown finding, Map<String, String> details) {
        int i = s.like(p.to(), "of|at|with|=|:|\\(") ? p.to() + 1 : p.to();
        List<StudyKind.Setting> open =
                finding.details().stream().filter(d -> d.low().isPresent()).toList();
        boolean free = s.at(i).number() && s.free(i) && !claim.used(i);
        boolean ends = i + 1 >= s.size() || s.like(i + 1, "[.,;)]|and|in|on|with");
        if (open.size() == 1 && free && ends && !details.containsKey(open.get(0).id())) {
            StudyKind.Setting d = open.get(0);
            double value = s.at(i).doubleValue();
            // "hyperkalaemia of 3" is said of it, and is told to be impossible
            boolean said = i > p.to() && s.like(p.to(), "of|=|:|\\(");
            boolean fits =
                    value >= d.low().getAsDouble() && value <= d.high().orElse(Double.MAX_VALUE);
            if (said || fits) {
                claim.take(p.to(), i + 1);
                details.put(d.id(), StudyClaim.plain(value));
            }
        }
    }

    /** Where words about this finding may begin: behind the last other part. */
    int before(Place p) {
        int from = 0;
        for (Place other : all) {
            boolean detail = other.term() instanceof Term.Detail;
            boolean whole =
                    other.term() instanceof Term.Kind
                            && (s.like(other.from() - 1, "of")
                                    || s.like(other.from() - 2, "of")); // "half of the ECGs"
            from = !detail && !whole && other.to() <= p.from() ? Math.max(from, other.to()) : from;
        }
        for (int i = from; i < p.from(); i++) {
            from = s.like(i, "[.;,]") ? i + 1 : from;
        }
        return from;
    }

    /** Where they end: before the next part, or the end of the clause; details may follow it. */
    int behind(Place p, StudyKind.Shown finding) {
        int to = s.size();
        for (Place other : all) {
            boolean detail = other.term() instanceof Term.Detail || leads(other);
            to = !detail && other.from() >= p.to() ? Math.min(to, other.from()) : to;
        }
        for (int i = p.to(); i < to; i++) {
            int next = i + 1;
            while (s.like(next, "an?|the|with|in") && next < i + 3) {
                next++;
            }
            boolean ends = s.like(i, "[.;]") || (s.like(i, ",|and") && !more(next, finding));
            to = ends && !within(i) ? i : to;
        }
        return to;
    }

    /** Whether it is said what a finding looks like: "severe emphysema". */
    boolean shaped(StudyKind.Shown finding, int from, int to) {
        return all.stream()
                .anyMatch(
                        o ->
                                o.from() >= from
                                        && o.to() <= to
                                        && o.term() instanceof Term.Detail said
                                        && finding.details().stream().anyMatch(d -> same(said, d)));
    }

    /** "in leads V1 to V4": of a territory as well as of a recording. */
    private static boolean leads(Place p) {
        return p.term() instanceof Term.Set set && !set.of().parts().isEmpty();
    }

    /** Whether both sides are named there. */
    boolean bilateral(int from, int to) {
        return all.stream()
                .anyMatch(
                        o ->
                                o.from() >= from
                                        && o.to() <= to
                                        && o.term() instanceof Term.Detail d
                                        && d.choice().equals(StudyKind.BOTH));
    }

    /** Behind "as EDF" time is the recording's: "a focal seizure as EDF, 5 minutes". */
    int spoken(StudyKind.Setting d, Place p, int to) {
        int end = p.to();
        while (end < to && !(d.unit().equals("s") && s.like(end, StudyParts.FILES))) {
            end++;
        }
        return end;
    }

    /** Whether a comma belongs to the words of a detail: "II, III and aVF". */
    private boolean within(int token) {
        return all.stream()
                .anyMatch(
                        o -> o.term() instanceof Term.Detail && o.from() < token && token < o.to());
    }

    /** Whether a word of this detail stands at the place. */
    boolean said(StudyKind.Setting d, int at) {
        return all.stream()
                .anyMatch(o -> o.from() == at && o.term() instanceof Term.Detail x && same(x, d));
    }

    /** Whether a detail of the finding stands here: ", chronic", ", 40 mL". */
    private boolean more(int i, StudyKind.Shown finding) {
        for (StudyKind.Setting d : finding.details()) {
            boolean said = said(d, i) && !leading(i);
            boolean open = !d.choices().isEmpty() || d.low().isPresent() || d.high().isPresent();
            boolean number = s.at(i).number() && claim.factor(d.unit(), i + 1) > 0;
            number &= !next(i + 2) && !leading(i); // ", 25 % with a seizure", "and 14 mm nodules"
            if (said || (open && number)) {
                return true;
            }
        }
        return false;
    }

    /** Whether words about a finding begin here that is named behind them: "left effusion". */
    private boolean leading(int i) {
        int at = i;
        while (word(at) || (s.at(at).number() && claim.factor("mm", at + 1) > 0)) {
            at += s.at(at).number() ? 2 : 1;
        }
        int first = at;
        return all.stream().anyMatch(o -> o.from() == first && o.term() instanceof Term.Finding);
    }

    /** Whether another finding or kind stands here, behind "with" or "of them". */
    private boolean next(int i) {
        int at = i;
        boolean share = s.like(i - 1, "%|percent");
        while (share
                ? s.like(at, "with|of|them|the|a|an|show|showing|have|having|in|are|should")
                : word(at)) {
            at++;
        }
        int first = at;
        return all.stream().anyMatch(o -> o.from() == first && !(o.term() instanceof Term.Detail));
    }

    /** "right" is a side of the kidneys and a lobe of the liver. */
    static boolean same(Term.Detail said, StudyKind.Setting d) {
        return said.of().id().equals(d.id()) || d.choices().contains(said.choice());
    }

    private boolean named(StudyKind.Setting d, int number) {
        String said = s.english(Math.max(0, number - 6), Math.min(s.size(), number + 5));
        return d.names().stream().anyMatch(said::contains);
    }

    /** "EEG of 5 min with a seizure", "5 min: a seizure": numbers before are not the finding's. */
    int near(int from, Place p) {
        int near = from;
        for (int i = from; i < p.from(); i++) {
            near = s.like(i, "with|showing|shows?|:") ? i + 1 : near;
        }
        return near;
    }

    /** "> 8 mm", "at least 30 ml", "up to 2 cm": from there to the end of what can be made. */
    private String bounded(StudyKind.Setting d, int number, double value) {
        boolean two = s.like(number - 1, "than|least|most|to");
        int at = two ? number - 2 : number - 1;
        boolean from =
                two
                        ? s.like(at, "more|larger|bigger|greater|thicker|longer|at")
                                && !s.like(number - 1, "most|to")
                        : s.like(at, ">|≥|>=|over|above|exceeding");
        boolean to =
                two
                        ? s.like(at, "less|smaller|thinner|shorter|fewer|at|up")
                                && !s.like(number - 1, "least")
                                && !from
                        : s.like(at, "<|≤|<=|under|below");
        boolean open = d.low().isPresent() && d.high().isPresent();
        if (!open
                || from == to
                || value < d.low().getAsDouble()
                || value > d.high().getAsDouble()) {
            return StudyClaim.plain(value);
        }
        claim.take(at, number);
        return from
                ? StudyOrder.Shown.between(
                        StudyClaim.plain(value), StudyClaim.plain(d.high().getAsDouble()))
                : StudyOrder.Shown.between(
                        StudyClaim.plain(d.low().getAsDouble()), StudyClaim.plain(value));
    }

    /** One past "12 mm thick", "9 mm in diameter". */
    private int across(int i) {
        int at = s.like(i, "in") ? i + 1 : i;
        return s.like(at, ACROSS) ? at + 1 : i;
    }

    private boolean word(int i) {
        return all.stream()
                .anyMatch(o -> o.term() instanceof Term.Detail && o.from() <= i && i < o.to());
    }

    /** "1 mm slices" are no size of what is seen in them. */
    boolean slices(int i) {
        int at = s.like(i, "thick|thin") ? i + 1 : i;
        return s.like(at, "slices?|cuts?|sections?|slice|spacing|increment|collimation");
    }

    /** A detail said between two places; its number behind a third. */
    Optional<String> of(StudyKind.Setting d, int from, int near, int to) {
        if (d.choices().isEmpty() && d.low().isEmpty() && d.high().isEmpty()) {
            return Optional.empty(); // follows from the others
        }
        for (Place other : all) {
            boolean here = other.from() >= from && other.to() <= to;
            here &= !taken.get(other.from());
            if (here && other.term() instanceof Term.Detail x && same(x, d)) {
                claim.take(
                        s.like(other.from() - 1, "leads?") ? other.from() - 1 : other.from(),
                        s.like(other.to(), SIDED + "|leads?") ? other.to() + 1 : other.to());
                return Optional.of(x.choice());
            }
        }
        for (int i = near; i < to; i++) {
            double factor = claim.factor(d.unit(), i + 1);
            // of those who show it
            boolean share = d.unit().equals("%") && (!named(d, i) || s.like(i - 1, "in|among"));
            boolean range = s.like(i - 1, "-|–|to|and") && s.at(i - 2).number() && i - 2 >= near;
            share |= d.unit().equals("mm") && slices(i + 2);
            share |= d.unit().equals("%") && next(i + 2); // "20 % burst suppression"
            if (s.at(i).number() && factor > 0 && s.free(i) && !claim.used(i) && !share) {
                claim.take(i, across(claim.end(i + 1)));
                if (range && s.at(i - 2).doubleValue() < s.at(i).doubleValue()) {
                    claim.take(s.like(i - 3, "between|from|of") ? i - 3 : i - 2, i);
                    return Optional.of(
                            StudyOrder.Shown.between(
                                    StudyClaim.plain(s.at(i - 2).doubleValue() * factor),
                                    StudyClaim.plain(s.at(i).doubleValue() * factor)));
                }
                return Optional.of(bounded(d, i, s.at(i).doubleValue() * factor));
            }
        }
        return Optional.empty();
    }
}
