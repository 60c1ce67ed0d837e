package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.anamnesis.code.StudyKind;
import org.anamnesis.interpret.StudyTerms.Place;
import org.anamnesis.interpret.StudyTerms.Term;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.StudyOrder;

/** Findings that studies are to show: in how many, where, how large. */
final class StudyFindings {
    private static final String THE = "the|all|any|those|these";
    private static final String SIDED =
            "kidney|lung|side|hemisphere|brain|ureter|hemithorax|ventricle";

    private static final String LATER =
            "make|it|them|that|put|move|change|to|on|in|at|the|please|now|should|be|of|rather|instead|but|actually|a"
                    + "|sizes?|diameters?|volumes?|between|from|about|around";

    private final Sentence s;
    private final StudyClaim claim;
    private final StudyShares shares;
    private final CohortSpec current;
    private final List<Place> all;
    private final TreeMap<String, Double> conditions = new TreeMap<>();

    /**
     * @param all places of the sentence that name a kind or something in it
     */
    StudyFindings(
            Sentence s, StudyClaim claim, StudyShares shares, CohortSpec current, List<Place> all) {
        this.s = s;
        this.claim = claim;
        this.shares = shares;
        this.current = current;
        this.all = all;
    }

    /** Conditions that show themselves in a share of the studies, in percent. */
    Map<String, Double> conditions() {
        return conditions;
    }

    /** "a 9 mm nodule in the right upper lobe in 30 %", "20 % with LBBB", "no PVCs". */
    Optional<StudyOrder> finding(StudyOrder order, Place p, Term.Finding f) {
        int from = before(p);
        int to = behind(p, f.of());
        Optional<String> condition = condition(p, f);
        if (condition.isPresent()) { // who has it shows it
            var counted = shares.counted(from, p.from());
            counted.ifPresent(
                    percent -> {
                        conditions.put(condition.get(), percent);
                        claim.take(p.from(), p.to());
                    });
            boolean some = counted.isPresent() || share(from, to);
            return some ? Optional.empty() : shape(order, p, f, condition.get());
        }
        TreeMap<String, String> details = new TreeMap<>(f.given());
        for (StudyKind.Setting d : f.of().details()) {
            detail(d, from, near(from, p), spoken(d, p, to)).ifPresent(v -> details.put(d.id(), v));
        }
        bare(p, f.of(), details);
        OptionalDouble share = shares.of(from, p.from(), p.to(), to);
        if (!denied(p) && share.isEmpty() && !details.isEmpty()) {
            Optional<StudyOrder> changed = changed(order, f, details);
            if (changed.isPresent()) {
                return changed;
            }
        }
        double percent = denied(p) ? 0 : share.orElse(100);
        if (percent == 0) {
            claim.take(s.like(p.from() - 1, THE) ? p.from() - 2 : p.from() - 1, p.to());
        }
        return Optional.of(order.showing(new StudyOrder.Shown(f.of().id(), percent, details)));
    }

    /**
     * "nodules of 12 to 20 mm" of those who have some already: as many as had, and what else was
     * said.
     */
    private Optional<StudyOrder> changed(
            StudyOrder order, Term.Finding f, Map<String, String> details) {
        List<StudyOrder.Shown> had =
                current.beyond().study(f.kind().id()).stream()
                        .flatMap(o -> o.findings().stream())
                        .filter(x -> x.finding().equals(f.of().id()) && x.percent() > 0)
                        .toList();
        return had.size() == 1
                ? Optional.of(replaced(order, had.get(0), details))
                : Optional.empty();
    }

    /** Without details first: else the other sort would stay beside it. */
    private static StudyOrder replaced(
            StudyOrder order, StudyOrder.Shown had, Map<String, String> details) {
        TreeMap<String, String> merged = new TreeMap<>(had.details());
        merged.putAll(details);
        List<StudyOrder.Shown> all = new ArrayList<>(order.findings());
        all.add(new StudyOrder.Shown(had.finding(), had.percent(), Map.of()));
        all.add(new StudyOrder.Shown(had.finding(), had.percent(), merged));
        return new StudyOrder(
                order.kind(),
                order.among(),
                order.percent(),
                order.settings(),
                order.measurements(),
                all);
    }

    /** "lobar pneumonia of the right lower lobe": everybody has it, and it looks like this. */
    private Optional<StudyOrder> shape(
            StudyOrder order, Place p, Term.Finding f, String condition) {
        int from = before(p);
        int to = behind(p, f.of());
        TreeMap<String, String> details = new TreeMap<>(f.given());
        for (StudyKind.Setting d : f.of().details()) {
            detail(d, from, near(from, p), spoken(d, p, to)).ifPresent(v -> details.put(d.id(), v));
        }
        if (details.isEmpty()) {
            return Optional.empty();
        }
        conditions.put(condition, 100.0);
        return Optional.of(order.showing(new StudyOrder.Shown(f.of().id(), 100, details)));
    }

    private boolean share(int from, int to) {
        for (int i = from; i < to; i++) {
            if (claim.percent(i).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** "hypokalaemia of 2.4": without a unit, of the only number that can be said of it. */
    private void bare(Place p, StudyKind.Shown finding, Map<String, String> details) {
        int i = s.like(p.to(), "of|at|with|=|:|\\(") ? p.to() + 1 : p.to();
        List<StudyKind.Setting> open =
                finding.details().stream().filter(d -> d.low().isPresent()).toList();
        boolean free = s.at(i).number() && s.free(i) && !claim.used(i);
        boolean ends = i + 1 >= s.size() || s.like(i + 1, "[.,;)]|and|in|on|with");
        if (open.size() == 1 && free && ends && !details.containsKey(open.get(0).id())) {
            StudyKind.Setting d = open.get(0);
            double value = s.at(i).doubleValue();
            if (value >= d.low().getAsDouble() && value <= d.high().orElse(Double.MAX_VALUE)) {
                claim.take(p.to(), i + 1);
                details.put(d.id(), StudyClaim.plain(value));
            }
        }
    }

    /**
     * "make it 60 ml", "on the right side": of the only finding that was asked for before, where
     * none is named.
     */
    Optional<StudyOrder> later(StudyOrder order, StudyKind kind) {
        Optional<StudyOrder> before = current.beyond().study(kind.id());
        boolean one = before.filter(o -> o.findings().size() == 1).isPresent();
        int from = 0;
        while (s.like(from, LATER)) {
            from++;
        }
        if (!one || !order.equals(StudyOrder.of(kind.id())) || s.size() > from + 6) {
            return Optional.empty();
        }
        StudyOrder.Shown shown = before.get().findings().get(0);
        TreeMap<String, String> details = new TreeMap<>();
        for (StudyKind.Setting d : kind.finding(shown.finding()).orElseThrow().details()) {
            boolean sized = s.at(from).number() && claim.factor(d.unit(), unit(from)) > 0;
            if ((sized && within(d, from)) || said(d, from)) {
                detail(d, 0, 0, s.size()).ifPresent(v -> details.put(d.id(), v));
            }
        }
        if (details.isEmpty()) {
            return Optional.empty();
        }
        claim.take(0, s.size());
        return Optional.of(replaced(order, shown, details));
    }

    /** "30 minutes" is no length of an absence, but one of a recording. */
    private boolean within(StudyKind.Setting d, int number) {
        double value = s.at(number).doubleValue() * claim.factor(d.unit(), unit(number));
        boolean recorded = d.unit().equals("s") && value > d.high().orElse(value);
        return !recorded;
    }

    /** Where the unit of a number or of two, "12 to 20 mm", stands. */
    private int unit(int number) {
        boolean range = s.like(number + 1, "-|–|to|and") && s.at(number + 2).number();
        return range ? number + 3 : number + 1;
    }

    /** Where words about this finding may begin: behind the last other part. */
    private int before(Place p) {
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

    private boolean denied(Place p) {
        return s.like(p.from() - 1, StudyOrderWords.DENIAL)
                || (s.like(p.from() - 1, THE) && s.like(p.from() - 2, StudyOrderWords.DENIAL));
    }

    /** The condition that a finding is named by, unless the cohort has it anyway. */
    private Optional<String> condition(Place p, Term.Finding f) {
        for (Sentence.Named n : s.named()) {
            boolean here = n.from() <= p.from() && p.to() <= n.to();
            String id = n.concept().id();
            if (here && f.of().conditions().contains(id) && !beside(p, f)) {
                boolean elsewhere =
                        s.named().stream()
                                .anyMatch(o -> o.concept().id().equals(id) && o.from() != n.from());
                boolean main = current.condition().filter(id::equals).isPresent();
                return elsewhere || main ? Optional.empty() : Optional.of(id);
            }
        }
        return Optional.empty();
    }

    /** "sinus rhythm and atrial fibrillation": joined to a finding that leaves no room for it. */
    private boolean beside(Place p, Term.Finding f) {
        for (int i = before(p); i < p.from(); i++) {
            if (s.at(i).number() || s.at(i).kind() == Token.Kind.FRACTION) {
                return false; // each in a part of them
            }
        }
        for (Place other : all) {
            boolean before = other.from() < p.from();
            Place a = before ? other : p;
            Place b = before ? p : other;
            boolean joined = a.to() <= b.from() && b.from() - a.to() <= 2;
            for (int i = a.to(); i < b.from(); i++) {
                joined &= s.like(i, "and|&|plus|with");
            }
            if (joined
                    && other.term() instanceof Term.Finding q
                    && q.kind().equals(f.kind())
                    && f.kind().apart(f.of().id(), q.of().id())) {
                return true;
            }
        }
        return false;
    }

    /** Where they end: before the next part, or the end of the clause; details may follow it. */
    private int behind(Place p, StudyKind.Shown finding) {
        int to = s.size();
        for (Place other : all) {
            boolean detail = other.term() instanceof Term.Detail || leads(other);
            to = !detail && other.from() >= p.to() ? Math.min(to, other.from()) : to;
        }
        for (int i = p.to(); i < to; i++) {
            boolean ends = s.like(i, "[.;]") || (s.like(i, ",|and") && !more(i + 1, finding));
            to = ends && !within(i) ? i : to;
        }
        return to;
    }

    /** "in leads V1 to V4": of a territory as well as of a recording. */
    private static boolean leads(Place p) {
        return p.term() instanceof Term.Set set && !set.of().parts().isEmpty();
    }

    /** Behind "as EDF" time is the recording's: "a focal seizure as EDF, 5 minutes". */
    private int spoken(StudyKind.Setting d, Place p, int to) {
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
    private boolean said(StudyKind.Setting d, int at) {
        return all.stream()
                .anyMatch(o -> o.from() == at && o.term() instanceof Term.Detail x && same(x, d));
    }

    /** Whether a detail of the finding stands here: ", chronic", ", 40 mL". */
    private boolean more(int i, StudyKind.Shown finding) {
        for (StudyKind.Setting d : finding.details()) {
            boolean said = said(d, i);
            boolean open = !d.choices().isEmpty() || d.low().isPresent() || d.high().isPresent();
            boolean number = s.at(i).number() && claim.factor(d.unit(), i + 1) > 0;
            boolean share = number && s.like(i + 1, "%|percent") && next(i + 2);
            number &= !share; // ", 25 % with a seizure" is of the next finding
            if (said || (open && number)) {
                return true;
            }
        }
        return false;
    }

    /** Whether another finding or kind stands here, behind "with" or "of them". */
    private boolean next(int i) {
        int at = i;
        while (s.like(at, "with|of|them|the|a|an|show|showing|have|having|in|are|should")) {
            at++;
        }
        int first = at;
        return all.stream().anyMatch(o -> o.from() == first && !(o.term() instanceof Term.Detail));
    }

    /** "kidney stones, 3 to 8 mm", "nodules. They should be 6 mm": of the only finding. */
    StudyOrder apart(StudyOrder order, StudyKind kind) {
        if (order.findings().size() != 1 || order.findings().get(0).percent() <= 0) {
            return order;
        }
        StudyOrder.Shown shown = order.findings().get(0);
        TreeMap<String, String> details = new TreeMap<>(shown.details());
        for (StudyKind.Setting d : kind.finding(shown.finding()).orElseThrow().details()) {
            if (d.unit().matches("[cm]m|mL") && !details.containsKey(d.id())) {
                detail(d, 0, 0, s.size()).ifPresent(v -> details.put(d.id(), v));
            }
        }
        return order.showing(new StudyOrder.Shown(shown.finding(), shown.percent(), details));
    }

    /** "right" is a side of the kidneys and a lobe of the liver. */
    private static boolean same(Term.Detail said, StudyKind.Setting d) {
        return said.of().id().equals(d.id()) || d.choices().contains(said.choice());
    }

    private boolean named(StudyKind.Setting d, int number) {
        String said = s.english(Math.max(0, number - 6), Math.min(s.size(), number + 5));
        return d.names().stream().anyMatch(said::contains);
    }

    /** "EEG of 5 min with a seizure": numbers before "with" are not the finding's. */
    private int near(int from, Place p) {
        int near = from;
        for (int i = from; i < p.from(); i++) {
            near = s.like(i, "with|showing|shows?") ? i + 1 : near;
        }
        return near;
    }

    private Optional<String> detail(StudyKind.Setting d, int from, int near, int to) {
        if (d.choices().isEmpty() && d.low().isEmpty() && d.high().isEmpty()) {
            return Optional.empty(); // follows from the others
        }
        for (Place other : all) {
            boolean here = other.from() >= from && other.to() <= to;
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
            if (s.at(i).number() && factor > 0 && s.free(i) && !claim.used(i) && !share) {
                claim.take(i, claim.end(i + 1));
                if (range && s.at(i - 2).doubleValue() < s.at(i).doubleValue()) {
                    claim.take(s.like(i - 3, "between|from|of") ? i - 3 : i - 2, i);
                    return Optional.of(
                            StudyOrder.Shown.between(
                                    StudyClaim.plain(s.at(i - 2).doubleValue() * factor),
                                    StudyClaim.plain(s.at(i).doubleValue() * factor)));
                }
                return Optional.of(StudyClaim.plain(s.at(i).doubleValue() * factor));
            }
        }
        return Optional.empty();
    }
}
