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
    /** Between studies and what they show. */
    private static final String LEADS = ":|with|shows?|showing|demonstrating|revealing|where|which";

    private static final String PEOPLE = "patients?|people|persons?|subjects|adults|men|women|[.;]";

    private final Sentence s;
    private final StudyClaim claim;
    private final StudyShares shares;
    private final CohortSpec current;
    private final List<Place> all;
    private final StudyDetails words;
    private final StudyCounts counts;
    private final StudyTogether together;
    private final StudySpots spots;
    private final StudyChanged changed;
    private final TreeMap<String, Double> conditions = new TreeMap<>();
    private OptionalDouble main = OptionalDouble.empty();

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
        this.spots = new StudySpots(s, claim, all);
        this.changed = new StudyChanged(s, claim, words, current);
    }

    /** What is said in few words of what was asked for before. */
    StudyOrder later(StudyOrder order, StudyKind kind) {
        return new StudyLater(s, claim, words, current).of(order, kind).orElse(order);
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
        if (StudyMain.of(s, current, all).has(p) && (denied(p) || share(from, to))) {
            return main(p, from, to);
        }
        Optional<String> condition = condition(p, f);
        boolean shaped =
                share(from, to)
                        && (words.shaped(f.of(), from, to)
                                || spots.told(f.of(), from, to)
                                || counts.lobes(p, f.of()).isPresent()
                                || together.shared(p));
        shaped |= together.within(order, p); // "10 % with LBBB and AF"
        shaped |= shown(p, f);
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
        parts = count.isEmpty() && parts.isEmpty() ? together.placed(p) : parts;
        int at = count.isPresent() ? claim.before(p.from()) + 1 : p.from();
        List<String> sizes = count.isPresent() ? together.sizes(p, count.get()) : List.of();
        TreeMap<String, String> details = new TreeMap<>(f.given());
        int own = parts.isEmpty() ? to : p.to();
        List<String> where = parts.isEmpty() ? spots.of(f.of(), from, to) : List.of();
        words.read(
                f.of(),
                details,
                from,
                words.near(from, p),
                d -> Math.min(own, words.spoken(d, p, to)));
        words.bare(p, f.of(), details);
        List<Map<String, String>> several = new ArrayList<>();
        Optional<StudyKind.Setting> sized = StudyChanged.sized(f.of());
        if (parts.isEmpty() && !sizes.isEmpty() && sized.isPresent()) {
            for (String mm : sizes) {
                TreeMap<String, String> one = new TreeMap<>(details);
                one.put(sized.get().id(), mm);
                several.add(one);
            }
        }
        if (several.isEmpty() && (count.isEmpty() || count.get().equals("" + where.size()))) {
            several.addAll(each(where, f.of(), details));
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
            Optional<StudyOrder> other = changed.of(order, p, f, details, to);
            if (other.isPresent()) {
                return other;
            }
        }
        if (denied(p)) {
            claim.take(claim.denial(p.from()), p.to());
            return Optional.of(order.showing(new StudyOrder.Shown(f.of().id(), 0, details)));
        }
        return Optional.of(together.with(order, p, f.of(), share, several));
    }

    /** "remove the AF" from patients who all have it: the record changes, the studies follow. */
    private Optional<StudyOrder> main(Place p, int from, int to) {
        double percent = denied(p) ? 0 : shares.of(from, p.from(), p.to(), to).orElse(100);
        claim.take(denied(p) ? claim.denial(p.from()) : p.from(), p.to());
        if (s.like(claim.last(0), "instead") && s.like(claim.last(0) + 1, "of")) {
            int all = claim.last(0) + 2;
            claim.take(all - 2, s.like(all, "all|everyone|everybody") ? all + 1 : all);
        }
        if (percent < 100) {
            main = OptionalDouble.of(percent);
        }
        return Optional.empty();
    }

    /** How many are to have the condition that all had, in percent, if that was said. */
    OptionalDouble main() {
        return main;
    }

    /** One in each place, looking the same. */
    private static List<Map<String, String>> each(
            List<String> places, StudyKind.Shown finding, Map<String, String> details) {
        List<Map<String, String>> all = new ArrayList<>();
        for (String place : places) {
            TreeMap<String, String> one = new TreeMap<>(details);
            one.put(StudySpots.where(finding).orElseThrow().id(), place);
            all.add(one);
        }
        return all;
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

    /** "lobar pneumonia of the right lower lobe": everybody has it, and it looks like this. */
    private Optional<StudyOrder> shape(
            StudyOrder order, Place p, Term.Finding f, String condition) {
        int from = words.before(p);
        int to = words.behind(p, f.of());
        TreeMap<String, String> details = new TreeMap<>(f.given());
        if (counts.lobes(p, f.of()).isPresent()) { // a number before the name is of people
            counts.of(p, f.of()).ifPresent(n -> counted(f.of(), n, details));
        }
        List<String> where = spots.of(f.of(), from, to);
        words.read(f.of(), details, from, words.near(from, p), d -> words.spoken(d, p, to));
        if (details.isEmpty() && where.isEmpty()) {
            return Optional.empty();
        }
        conditions.put(condition, 100.0);
        List<Map<String, String>> several = each(where, f.of(), details);
        return Optional.of(
                together.with(
                        order,
                        p,
                        f.of(),
                        OptionalDouble.empty(),
                        several.isEmpty() ? List.of(details) : several));
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
     * "chest CT: 20 % emphysema, 30 % pneumonia": said behind the studies, it is what a share of
     * them shows, unless it is the condition itself.
     */
    private boolean shown(Place p, Term.Finding f) {
        Optional<Place> head =
                all.stream()
                        .filter(o -> o.term() instanceof Term.Kind && o.to() <= p.from())
                        .filter(o -> o.term().kind().equals(f.kind()))
                        .reduce((a, b) -> b);
        if (StudyMain.itself(s, p).isPresent() || head.isEmpty()) {
            return false;
        }
        IntStream between = IntStream.range(head.get().to(), p.from());
        boolean led = IntStream.range(head.get().to(), p.from()).anyMatch(i -> s.like(i, LEADS));
        boolean share =
                IntStream.range(words.before(p), words.behind(p, f.of()))
                        .anyMatch(
                                i ->
                                        claim.percent(i).isPresent()
                                                || (i < p.from() && s.at(i).number()));
        return led && share && between.noneMatch(i -> s.like(i, PEOPLE));
    }

    private boolean denied(Place p) {
        return claim.denied(p.from());
    }

    /** The condition that a finding is named by, unless the cohort has it anyway. */
    private Optional<String> condition(Place p, Term.Finding f) {
        for (Sentence.Named n : s.named()) {
            boolean here = n.from() <= p.from() && p.to() <= n.to();
            String id = n.concept().id();
            if (here && f.of().conditions().contains(id) && alone(p, f)) {
                boolean elsewhere =
                        s.named().stream()
                                .anyMatch(o -> o.concept().id().equals(id) && o.from() != n.from());
                boolean main = current.condition().filter(id::equals).isPresent();
                return elsewhere || main ? Optional.empty() : Optional.of(id);
            }
        }
        return Optional.empty();
    }

    private boolean alone(Place p, Term.Finding f) {
        return shares.equalParts().contains(p) || !beside(p, f);
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
        var told = new StudyOrder.Shown(shown.finding(), shown.percent(), details, shown.beside());
        return order.showing(List.of(told));
    }
}
