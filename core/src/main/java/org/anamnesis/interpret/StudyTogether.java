package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.anamnesis.code.StudyKind;
import org.anamnesis.interpret.StudyTerms.Place;
import org.anamnesis.interpret.StudyTerms.Term;
import org.anamnesis.spec.StudyOrder;

/**
 * Findings of the same studies: "30 % with an 8 mm nodule in the right upper lobe and a 14 mm one
 * in the left", "two nodules: 8 mm in the right upper lobe and 14 mm in the left lower lobe".
 */
final class StudyTogether {
    private static final String ONE =
            "one|ones|a|an|the|another|other|second|first|third|of|measuring|in|with|and|on|is|at|each";

    private final Sentence s;
    private final StudyClaim claim;
    private final StudyDetails words;
    private final List<Place> all;

    StudyTogether(Sentence s, StudyClaim claim, StudyDetails words, List<Place> all) {
        this.s = s;
        this.claim = claim;
        this.words = words;
        this.all = all;
    }

    /**
     * The order with one finding more, in the studies of the one before it where both are joined.
     */
    StudyOrder with(
            StudyOrder order,
            Place p,
            StudyKind.Shown finding,
            OptionalDouble share,
            List<Map<String, String>> details) {
        double percent = share.orElse(100);
        boolean beside = false;
        StudyOrder all = order;
        Optional<Place> before = joined(p);
        boolean read =
                before.filter(
                                b ->
                                        order.findings().stream()
                                                .anyMatch(x -> x.finding().equals(id(b))))
                        .isPresent();
        if (before.isPresent() && !read && share.isEmpty() && !everywhere(p)) {
            percent = led(before.get()).orElse(percent); // a condition is what the others have
        }
        Optional<StudyOrder.Shown> plain =
                order.findings().stream()
                        .filter(x -> x.finding().equals(finding.id()) && x.details().isEmpty())
                        .findFirst();
        if (share.isEmpty() && plain.isPresent()) { // "kidney stones in 50 % (2 to 3 stones)"
            percent = plain.get().percent();
        }
        if (read) {
            StudyOrder.Shown last = order.findings().get(order.findings().size() - 1);
            boolean same = id(before.get()).equals(last.finding());
            boolean both = last.finding().equals(finding.id()) && last.percent() >= 100;
            if (same && share.isEmpty() && last.percent() > 0 && last.percent() < 100) {
                beside = !everywhere(p);
                percent = beside ? last.percent() : 100;
            } else if (same && share.isPresent() && both && !everywhere(before.get())) {
                all = shared(order, percent); // "a right and a left one in 30 %"
                beside = true;
            }
        }
        for (Map<String, String> one : details) {
            all = all.showing(new StudyOrder.Shown(finding.id(), percent, one, beside));
            beside = true;
        }
        return all;
    }

    /** Whether a finding is said in one breath with another: "10 % AF with LBBB". */
    boolean shared(Place p) {
        Optional<Place> next =
                all.stream()
                        .filter(o -> o.term() instanceof Term.Finding && o.from() >= p.to())
                        .findFirst();
        return joined(p).isPresent() || next.flatMap(this::joined).filter(p::equals).isPresent();
    }

    /** Whether it is said in one breath with the last finding, which some show. */
    boolean within(StudyOrder order, Place p) {
        int last = order.findings().size() - 1;
        return last >= 0
                && order.findings().get(last).percent() > 0
                && order.findings().get(last).percent() < 100
                && !everywhere(p)
                && joined(p)
                        .filter(b -> id(b).equals(order.findings().get(last).finding()))
                        .isPresent();
    }

    /** The share that leads to a finding: "30 % with emphysema". */
    private OptionalDouble led(Place p) {
        for (int i = p.from() - 1; i >= Math.max(0, p.from() - 5); i--) {
            if (claim.percent(i).isPresent() || s.like(i, "[.,;:]")) {
                return claim.percent(i);
            }
        }
        return OptionalDouble.empty();
    }

    private static String id(Place p) {
        return p.term() instanceof Term.Finding f ? f.of().id() : "";
    }

    /** The last finding as that of a share. */
    private static StudyOrder shared(StudyOrder order, double percent) {
        List<StudyOrder.Shown> all = new ArrayList<>(order.findings());
        StudyOrder.Shown last = all.remove(all.size() - 1);
        all.add(last.in(percent));
        return order.showing(all);
    }

    /** "each with a nodule", "in all": of all studies. */
    private boolean everywhere(Place p) {
        for (int i = Math.max(0, p.from() - 8); i < p.from(); i++) {
            if (s.like(i, "each|all|every|everyone|everybody")) {
                return true;
            }
        }
        return s.like(p.to(), "in") && s.like(p.to() + 1, "all|every|each|everyone|everybody");
    }

    /** The finding before, if nothing but "and" and words about it lie between. */
    private Optional<Place> joined(Place p) {
        Optional<Place> before =
                all.stream()
                        .filter(o -> o.term() instanceof Term.Finding && o.to() <= p.from())
                        .filter(o -> o.term().kind().equals(p.term().kind()))
                        .reduce((a, b) -> b);
        if (before.isEmpty()) {
            return before;
        }
        boolean and = listed(before.get(), p);
        for (int i = before.get().to(); i < p.from(); i++) {
            boolean other = s.at(i).kind() == Token.Kind.FRACTION || s.like(i, "%|percent");
            boolean comma = and && s.like(i, ",");
            if (other || (!comma && s.like(i, "[.,;:]|but|or|without|no|not|others?|rest"))) {
                return Optional.empty();
            }
            int at = i;
            boolean head =
                    all.stream().anyMatch(o -> o.term() instanceof Term.Kind && o.from() == at);
            if (head) {
                return Optional.empty();
            }
            and |= s.like(i, "and|plus|&|together|along|with");
        }
        return and ? before : Optional.empty();
    }

    /** "30 % with LBBB, PVCs and LVH": a comma before the "and" of a list that a share leads. */
    private boolean listed(Place a, Place b) {
        Optional<Place> next =
                all.stream()
                        .filter(o -> o.term() instanceof Term.Finding && o.from() >= b.to())
                        .findFirst();
        boolean shared = led(a).isPresent() || claim.used(a.from());
        boolean and = false;
        for (int i = b.to(); next.isPresent() && i < next.get().from(); i++) {
            boolean other = s.at(i).kind() == Token.Kind.FRACTION || s.at(i).number();
            if (other || s.like(i, "[.;:]|but|or|without|no|not")) {
                return false;
            }
            and |= s.like(i, "and|plus|&|,");
        }
        return shared && and;
    }

    /** The words of each of so many, {from, to}, where each is told apart; else none. */
    List<int[]> each(Place p, int many) {
        List<int[]> parts = many < 2 ? List.of() : parts(p);
        return parts.size() == many ? parts : List.of();
    }

    /** "effusions of 300 ml on the right and 900 ml on the left": each has a size and a place. */
    List<int[]> placed(Place p) {
        List<int[]> parts = s.word(p.to() - 1).endsWith("s") ? parts(p) : List.of();
        boolean whole =
                parts.stream()
                        .allMatch(
                                x ->
                                        IntStream.range(x[0], x[1]).anyMatch(this::sized)
                                                && IntStream.range(x[0], x[1])
                                                        .anyMatch(this::detail));
        return whole && parts.size() > 1 ? parts : List.of();
    }

    /** The words of each that is told apart behind the name, {from, to}. */
    private List<int[]> parts(Place p) {
        List<int[]> parts = new ArrayList<>();
        int i = p.to();
        if (!s.like(i, "[:,(]|-|–|one|of")) {
            return parts;
        }
        while (s.like(i, "[:,(]|-|–")) {
            i++;
        }
        int from = i;
        boolean told = false;
        for (; i <= s.size(); i++) {
            boolean mark = told && s.like(i, "and|,|;");
            boolean next = mark && begins(i + 1);
            boolean end = i == s.size() || s.like(i, "[.)]") || foreign(i) || share(i);
            end |= mark && !next;
            if (end || next) {
                if (told) {
                    parts.add(new int[] {from, i});
                }
                from = i + 1;
                told = false;
            } else {
                told |= detail(i) || sized(i);
            }
            if (end) {
                break;
            }
        }
        return parts;
    }

    /** "three nodules (6, 8 and 12 mm)": as many sizes as there are of them, in mm. */
    List<String> sizes(Place p, String many) {
        int i = p.to();
        while (s.like(i, "[:,(]|of|measuring|with|diameters?|sizes?")) {
            i++;
        }
        int first = i;
        List<Double> all = new ArrayList<>();
        while (s.at(i).number()) {
            all.add(s.at(i).doubleValue());
            i++;
            while ((s.at(i + 1).number() && s.like(i, ",|and"))
                    || (s.like(i, ",") && s.like(i + 1, "and"))) {
                i++;
            }
        }
        double factor = claim.factor("mm", i);
        if (all.size() < 2 || factor <= 0 || !many.equals(Integer.toString(all.size()))) {
            return List.of();
        }
        claim.take(p.to(), s.like(i + 1, "\\)") ? i + 2 : i + 1);
        claim.take(first, i + 1);
        return all.stream().map(v -> StudyClaim.plain(v * factor)).toList();
    }

    /** "in 30 %", which is said of all. */
    private boolean share(int i) {
        return s.like(i, "in|for|of") && claim.percent(i + 1).isPresent();
    }

    private boolean foreign(int i) {
        return all.stream()
                .anyMatch(
                        o ->
                                o.from() == i
                                        && !(o.term() instanceof Term.Detail)
                                        && !(o.term() instanceof Term.Choice));
    }

    private boolean begins(int i) {
        int at = i;
        while (s.like(at, ONE) || one(at)) {
            at++;
        }
        return sized(at) || detail(at) || one(i) || s.like(i, "another");
    }

    private boolean one(int i) {
        return s.at(i).number() && s.at(i).doubleValue() == 1 && !sized(i);
    }

    private boolean sized(int i) {
        return s.at(i).number()
                && !words.slices(i + 2)
                && (claim.factor("mm", i + 1) > 0 || claim.factor("mL", i + 1) > 0);
    }

    private boolean detail(int i) {
        return all.stream().anyMatch(o -> o.term() instanceof Term.Detail && o.from() == i);
    }
}
