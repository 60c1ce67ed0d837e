package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.code.StudyKind;
import org.anamnesis.interpret.StudyTerms.Place;
import org.anamnesis.interpret.StudyTerms.Term;

/**
 * Findings of several sorts whose name is said once: "mild fatty liver in 30 % and severe in 10 %",
 * "STEMI, half anterior, half inferior", "one solid and one ground-glass nodule". Where a sort
 * stands alone, its words stand for the finding.
 */
final class StudyElided {
    private static final String END = "[.,;:)]|and|but|&|plus|vs|versus";
    private static final String ARTICLE = "an?|another";
    private static final String SHARED =
            "of|them|those|the|with|an?|have|having|show|showing|being|are|is";

    private final Sentence s;
    private final StudyClaim claim;
    private final List<Place> all;

    private StudyElided(Sentence s, List<Place> all) {
        this.s = s;
        this.claim = new StudyClaim(s);
        this.all = all;
    }

    /** The words of a sort: what they say of a finding, {from, to}. */
    private record Sort(Map<String, String> details, int from, int to) {}

    /** The places, those of findings without a name with them, in the order of the words. */
    static List<Place> told(Sentence s, List<Place> all) {
        var elided = new StudyElided(s, all);
        List<Place> named = all.stream().filter(p -> p.term() instanceof Term.Finding).toList();
        List<Place> out = new ArrayList<>(all);
        for (int k = 0; k < named.size(); k++) {
            Place p = named.get(k);
            int end = k + 1 < named.size() ? named.get(k + 1).from() : s.size();
            int start = k > 0 ? named.get(k - 1).to() : 0;
            elided.behind(p, end).forEach(x -> put(out, x));
            elided.before(p, start).forEach(x -> put(out, x));
        }
        out.sort(Comparator.comparingInt(Place::from));
        return out;
    }

    /** In the place of the words of details that it stands for. */
    private static void put(List<Place> all, Place finding) {
        all.removeIf(
                o ->
                        o.term() instanceof Term.Detail
                                && o.from() >= finding.from()
                                && o.to() <= finding.to());
        all.add(finding);
    }

    /** Sorts behind the name that each have a share of their own, where the first has one, too. */
    private List<Place> behind(Place p, int end) {
        StudyKind.Shown finding = ((Term.Finding) p.term()).of();
        List<Place> found = new ArrayList<>();
        boolean shared = share(p.from() - 3) || share(p.from() - 2) || share(p.from() - 1);
        boolean plain = true;
        boolean first = shared; // whether a share stood before the first of them
        for (int i = p.to(); i < end; i++) {
            Optional<Sort> sort = sort(finding, i);
            if (sort.isEmpty()) {
                shared |= share(i);
                continue;
            }
            int to = sort.get().to();
            boolean named = all.stream().anyMatch(o -> o.from() == to && !detail(o));
            boolean own = followed(to) || (led(i, p.to()) && (to >= s.size() || s.like(to, END)));
            if (own && !named && i > p.to() && (shared || plain)) {
                first = found.isEmpty() ? shared : first;
                found.add(place(p, sort.get()));
            } else if (!own) {
                plain = false; // a detail of the finding that is named
            }
            i = to - 1;
        }
        return !first && found.size() < 2 ? List.of() : found;
    }

    /**
     * "one solid and one ground-glass nodule": sorts before the name, each led by its own; "left
     * and right temporal spikes": or what the last says of all.
     */
    private List<Place> before(Place p, int start) {
        Term.Finding named = (Term.Finding) p.term();
        List<Place> found = new ArrayList<>();
        int begin = begin(named.of(), p.from(), start);
        int last = begin < 0 && !named.given().isEmpty() ? p.from() : begin;
        boolean led = last >= 0 && opens(last, start);
        while (last >= 0 && led == opens(last, start)) {
            int and = last - 1;
            while (and > start && !s.like(and, "and|&|plus|,")) {
                and--;
            }
            int comma = s.like(and - 1, ",") ? and - 1 : and;
            int from = and <= start ? -1 : begin(named.of(), comma, start);
            boolean near = led ? last - and <= 6 : last - and == 1;
            if (from < 0 || !near || (led && !opens(from, start))) {
                break;
            }
            Map<String, String> all = new HashMap<>(named.given());
            sort(named.of(), last).ifPresent(x -> all.putAll(x.details()));
            Sort one = sort(named.of(), from).orElseThrow();
            if (!led && one.details().keySet().stream().noneMatch(all::containsKey)) {
                break; // "left, temporal spikes"
            }
            if (!led) {
                all.putAll(one.details());
            }
            found.add(place(p, led ? one : new Sort(all, one.from(), one.to())));
            last = from;
        }
        return found;
    }

    /** Where the sort that ends at a token begins; −1 if none does. */
    private int begin(StudyKind.Shown finding, int end, int start) {
        int begin = -1;
        for (int i = end - 1; i >= start; i--) {
            int to = sort(finding, i).map(Sort::to).orElse(-1);
            begin = to == end ? i : begin;
        }
        return begin;
    }

    /** Whether an article, "one" or a share leads to a token. */
    private boolean opens(int i, int start) {
        return one(i - 1) || s.like(i - 1, ARTICLE) || led(i, start);
    }

    private boolean one(int i) {
        return s.at(i).number() && s.at(i).doubleValue() == 1;
    }

    /** "in 30 %", "30 %", "in half of them" behind a sort. */
    private boolean followed(int i) {
        return share(s.like(i, "in|for|among|at|of|:") ? i + 1 : i);
    }

    /** "half", "10 % of them" before a sort. */
    private boolean led(int at, int from) {
        int i = at - 1;
        while (i > from && s.like(i, SHARED)) {
            i--;
        }
        boolean percent = s.like(i, "%|percent") && share(i - 1);
        boolean counted = // "10 anterior, 10 inferior"
                s.at(i).number() && s.free(i) && s.at(i).doubleValue() > 1 && !share(i);
        return i >= from && (percent || (s.at(i).kind() == Token.Kind.FRACTION) || counted);
    }

    private boolean share(int i) {
        return i >= 0 && claim.percent(i).isPresent();
    }

    private static boolean detail(Place p) {
        return p.term() instanceof Term.Detail;
    }

    private static Place place(Place of, Sort sort) {
        Term.Finding f = (Term.Finding) of.term();
        return new Place(
                new Term.Finding(f.kind(), f.of(), Map.copyOf(sort.details())),
                sort.from(),
                sort.to());
    }

    /** The words from a token on that say of which sort a finding is. */
    private Optional<Sort> sort(StudyKind.Shown finding, int from) {
        Map<String, String> details = new HashMap<>();
        int i = from;
        for (int to = one(finding, i, details); to > i; to = one(finding, i, details)) {
            i = to;
        }
        int to = one(i) || s.like(i, "ones") ? i + 1 : i; // "a 12 mm one"
        return details.isEmpty() ? Optional.empty() : Optional.of(new Sort(details, from, to));
    }

    /** One past a detail that stands at a token; the token if none does. */
    private int one(StudyKind.Shown finding, int i, Map<String, String> details) {
        for (Place o : all) {
            if (o.from() == i && o.term() instanceof Term.Detail said) {
                for (StudyKind.Setting d : finding.details()) {
                    if (StudyDetails.same(said, d) && !details.containsKey(d.id())) {
                        details.put(d.id(), said.choice());
                        return o.to();
                    }
                }
            }
        }
        for (StudyKind.Setting d : finding.details()) {
            double factor = claim.factor(d.unit(), i + 1);
            boolean size = d.unit().matches("[cm]m|mL") && d.low().isPresent();
            boolean number =
                    s.at(i).number() && s.free(i) && factor > 0 && !s.like(i - 1, "-|–|to");
            if (size && number && !details.containsKey(d.id())) {
                details.put(d.id(), StudyClaim.plain(s.at(i).doubleValue() * factor));
                return i + 2;
            }
        }
        return i;
    }
}
