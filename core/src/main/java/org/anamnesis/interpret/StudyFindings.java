package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.anamnesis.code.StudyKind;
import org.anamnesis.interpret.StudyTerms.Place;
import org.anamnesis.interpret.StudyTerms.Term;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.StudyOrder;

/** Findings that studies are to show: in how many, where, how large. */
final class StudyFindings {
    private static final String LATER =
            "make|it|them|that|put|move|change|to|on|in|at|the|please|now|should|be|of|rather|instead|but|actually|a"
                    + "|sizes?|diameters?|volumes?|between|from|about|around";

    private final Sentence s;
    private final StudyClaim claim;
    private final StudyShares shares;
    private final CohortSpec current;
    private final List<Place> all;
    private final StudyDetails words;
    private final StudyCounts counts;
    private final StudyTogether together;
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
        this.words = new StudyDetails(s, claim, all);
        this.counts = new StudyCounts(s, claim, all);
        this.together = new StudyTogether(s, claim, words, all);
    }

    /** Conditions that show themselves in a share of the studies, in percent. */
    Map<String, Double> conditions() {
        return conditions;
    }

    /** "a 9 mm nodule in the right upper lobe in 30 %", "20 % with LBBB", "no PVCs". */
    Optional<StudyOrder> finding(StudyOrder order, Place p, Term.Finding f) {
        words.next();
        int from = words.before(p);
        int to = words.behind(p, f.of());
        Optional<String> condition = condition(p, f);
        boolean shaped = share(from, to) && words.shaped(f.of(), from, to);
        if (condition.isPresent() && !shaped) { // who has it shows it
            var counted = shares.counted(from, p.from());
            counted.ifPresent(
                    percent -> {
                        conditions.put(condition.get(), percent);
                        claim.take(p.from(), p.to());
                    });
            boolean some = counted.isPresent() || share(from, to);
            return some ? Optional.empty() : shape(order, p, f, condition.get());
        }
        Optional<String> count = denied(p) ? Optional.empty() : counts.of(p, f.of());
        List<int[]> parts = each(p, words.bilateral(from, p.from()) ? Optional.of("2") : count);
        int at = count.isPresent() ? claim.before(p.from()) + 1 : p.from();
        List<String> sizes = count.isPresent() ? together.sizes(p, count.get()) : List.of();
        TreeMap<String, String> details = new TreeMap<>(f.given());
        int own = parts.isEmpty() ? to : p.to();
        words.read(
                f.of(),
                details,
                from,
                words.near(from, p),
                d -> Math.min(own, words.spoken(d, p, to)));
        words.bare(p, f.of(), details);
        List<Map<String, String>> several = new ArrayList<>();
        Optional<StudyKind.Setting> sized = sized(f.of());
        if (parts.isEmpty() && !sizes.isEmpty() && sized.isPresent()) {
            for (String mm : sizes) {
                TreeMap<String, String> one = new TreeMap<>(details);
                one.put(sized.get().id(), mm);
                several.add(one);
            }
        }
        for (int[] part : parts) {
            TreeMap<String, String> one = new TreeMap<>(details);
            words.read(f.of(), one, part[0], part[0], d -> part[1]);
            several.add(one);
            claim.take(part[0], part[1]);
        }
        int last = parts.isEmpty() ? to : Math.max(to, Math.min(s.size(), last(parts) + 4));
        OptionalDouble share = shares.of(from, at, p.to(), last);
        if (several.isEmpty()) {
            count.ifPresent(n -> counted(f.of(), n, details));
            if (share.isPresent() && details.isEmpty() && again(p, f)) {
                details.put(StudyKind.COUNT, "1"); // "10 with a nodule and 5 with two"
            }
            several.add(details);
        }
        if (!denied(p)
                && share.isEmpty()
                && !details.isEmpty()
                && several.size() == 1
                && !more(p)) {
            Optional<StudyOrder> changed = changed(order, f, details);
            if (changed.isPresent()) {
                return changed;
            }
        }
        if (denied(p)) {
            claim.take(claim.denial(p.from()), p.to());
            return Optional.of(order.showing(new StudyOrder.Shown(f.of().id(), 0, details)));
        }
        return Optional.of(together.with(order, p, f.of(), share, several));
    }

    /** Whether there may be many of it, and the sentence names it again, of other people. */
    private boolean again(Place p, Term.Finding f) {
        return f.of().several() == StudyKind.Several.MANY
                && all.stream()
                        .anyMatch(
                                o ->
                                        o.from() > p.to()
                                                && o.term() instanceof Term.Finding other
                                                && other.of().id().equals(f.of().id())
                                                && counts.counts(o, other.of())
                                                && IntStream.range(p.to(), o.from())
                                                        .noneMatch(i -> s.like(i, "\\(")));
    }

    private static Optional<StudyKind.Setting> sized(StudyKind.Shown finding) {
        return finding.details().stream()
                .filter(d -> d.unit().equals("mm") && d.low().isPresent())
                .findFirst();
    }

    private static int last(List<int[]> parts) {
        return parts.get(parts.size() - 1)[1];
    }

    private List<int[]> each(Place p, Optional<String> count) {
        return count.filter(n -> n.matches("[0-9]+"))
                .map(n -> together.each(p, Integer.parseInt(n)))
                .orElse(List.of());
    }

    /** "another nodule", "also a 14 mm nodule": beside those that were asked for. */
    private boolean more(Place p) {
        for (int i = Math.max(0, p.from() - 5); i < p.from(); i++) {
            if (s.like(i, "another|second|additional|further|also|extra|add|plus")) {
                return true;
            }
        }
        return false;
    }

    /** So many of what there may be many of; two of what there is one a side are on both. */
    private static void counted(
            StudyKind.Shown finding, String count, Map<String, String> details) {
        boolean sides = finding.several() == StudyKind.Several.ONCE_A_SIDE;
        if (sides && count.equals("2")) {
            details.put(StudyKind.SIDE, StudyKind.BOTH);
        } else if (!count.equals("1")) {
            details.put(StudyKind.COUNT, count);
        }
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
        return order.showing(all);
    }

    /** "lobar pneumonia of the right lower lobe": everybody has it, and it looks like this. */
    private Optional<StudyOrder> shape(
            StudyOrder order, Place p, Term.Finding f, String condition) {
        int from = words.before(p);
        int to = words.behind(p, f.of());
        TreeMap<String, String> details = new TreeMap<>(f.given());
        words.read(f.of(), details, from, words.near(from, p), d -> words.spoken(d, p, to));
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
            if ((sized && within(d, from)) || words.said(d, from)) {
                words.of(d, 0, 0, s.size()).ifPresent(v -> details.put(d.id(), v));
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

    private boolean denied(Place p) {
        return claim.denied(p.from());
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
        for (int i = words.before(p); i < p.from(); i++) {
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

    /** "kidney stones, 3 to 8 mm", "nodules. They should be 6 mm": of the only finding. */
    StudyOrder apart(StudyOrder order, StudyKind kind) {
        if (order.findings().size() != 1 || order.findings().get(0).percent() <= 0) {
            return order;
        }
        StudyOrder.Shown shown = order.findings().get(0);
        TreeMap<String, String> details = new TreeMap<>(shown.details());
        for (StudyKind.Setting d : kind.finding(shown.finding()).orElseThrow().details()) {
            if (d.unit().matches("[cm]m|mL") && !details.containsKey(d.id())) {
                words.of(d, 0, 0, s.size()).ifPresent(v -> details.put(d.id(), v));
            }
        }
        var told = new StudyOrder.Shown(shown.finding(), shown.percent(), details);
        return order.showing(List.of(told));
    }
}
