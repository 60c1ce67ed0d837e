package org.anamnesis.interpret;

import java.util.List;
import java.util.OptionalDouble;
import org.anamnesis.interpret.StudyTerms.Place;
import org.anamnesis.interpret.StudyTerms.Term;
import org.anamnesis.spec.CohortSpec;

/**
 * Of how many studies something is said: "20 % with", "half of them with", "in 30 %", and counts of
 * a whole: "60 ECGs: 20 with LBBB, 40 normal".
 */
final class StudyShares {
    private static final String STUDIES =
            "studies|recordings|tracings|traces|scans|images|series|e[ck]gs?|eegs?|cts?";
    private static final String PEOPLE = "patients?|people|persons?|subjects|cases|men|women";

    /** Of those who show nothing: the rest of a whole that is told in parts. */
    static final String CLEAR =
            "without|none|normals?|unremarkable|clear|clean|healthy|negatives?|controls?";

    private static final String LINK =
            "of|the|them|those|these|all|with|have|has|having|show|shows|showing|should|be|are|is|an?|"
                    + PEOPLE
                    + "|"
                    + STUDIES;

    private final Sentence s;
    private final StudyClaim claim;
    private final List<Place> all;
    private final OptionalDouble equal;
    private final boolean divided;

    /** Findings that are shown in equal parts of the studies, as no study shows two of them. */
    private final List<Place> equalParts;

    private final OptionalDouble told;
    private final OptionalDouble whole;
    private int first = -1;

    /**
     * @param all places that name a kind or something in it
     */
    StudyShares(Sentence s, StudyClaim claim, CohortSpec current, List<Place> all) {
        this.s = s;
        this.claim = claim;
        this.all = all;
        OptionalDouble said = said();
        int each = each();
        if (each > 1 && said.isPresent()) {
            this.equal = OptionalDouble.of(100.0 / each);
            this.told = OptionalDouble.empty();
            this.whole = OptionalDouble.of(said.getAsDouble() * each);
            this.divided = true;
            this.equalParts = List.of();
            return;
        }
        this.divided = false;
        boolean ordered = !current.equals(CohortSpec.DEFAULT);
        this.equalParts = new StudyAlternatives(s, claim, all).listed(first, ordered);
        this.equal =
                equalParts.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(100.0 / equalParts.size());
        this.told =
                said.isPresent() || !ordered ? said : OptionalDouble.of((double) current.count());
        this.whole = told.isPresent() ? told : sum();
    }

    /**
     * Among how many findings "5 ECGs each of AF, flutter and VT" divides them; 0 if it does not.
     */
    private int each() {
        for (Place p : all) {
            boolean kind = p.term() instanceof Term.Kind;
            if (kind
                    && s.like(p.to(), "each|apiece")
                    && s.like(p.to() + 1, "of|with|for|:|showing")) {
                return (int)
                        all.stream()
                                .filter(o -> o.term() instanceof Term.Finding && o.from() > p.to())
                                .count();
            }
        }
        return 0;
    }

    /** Whether the number before the kind is of each finding, not of all. */
    boolean divided() {
        return divided;
    }

    /** Findings that are shown in equal parts of the studies without anybody having said so. */
    List<Place> equalParts() {
        return equalParts;
    }

    /** Of how many all parts are, when nobody said it: "ECGs: 50 normal, 50 with LBBB". */
    OptionalDouble untold() {
        return told.isPresent() ? OptionalDouble.empty() : whole;
    }

    /** The first number of studies or people; others are parts of it. */
    private OptionalDouble said() {
        for (int i = 0; i < s.size(); i++) {
            boolean n = s.like(i - 1, "=|:") && s.like(i - 2, "n"); // "n = 40"
            for (int noun = i + 1; noun < i + 5 && whole(i); noun++) {
                if (n || s.like(noun, STUDIES + "|volunteers|" + PEOPLE)) {
                    first = i;
                    return OptionalDouble.of(s.at(i).doubleValue());
                }
                if (s.like(noun, "[.,;:]|and|with|of|%|percent")) {
                    break;
                }
            }
        }
        return OptionalDouble.empty();
    }

    private OptionalDouble sum() {
        double sum = 0;
        int parts = 0;
        var counts = new StudyCounts(s, claim, all);
        for (Place p : all) {
            int i = number(0, p.from());
            if (p.term() instanceof Term.Finding f && i >= 0 && !counts.counts(p, f.of())) {
                sum += s.at(i).doubleValue();
                parts++;
            }
        }
        for (int i = 0; i < s.size(); i++) {
            int rest = i + 1;
            boolean finding =
                    all.stream()
                            .anyMatch(p -> p.from() == rest && p.term() instanceof Term.Finding);
            if (whole(i) && s.free(i) && !finding && s.like(rest, CLEAR)) {
                sum += s.at(i).doubleValue();
                parts++;
                claim.take(i, rest + 1);
            }
        }
        return parts > 1 ? OptionalDouble.of(sum) : OptionalDouble.empty();
    }

    /** The whole number that leads to a place, or −1. */
    private int number(int from, int at) {
        int i = at - 1;
        while (i >= from && (detail(i) || (s.like(i, LINK) && !claim.used(i)))) {
            i--;
        }
        return i >= from && !claim.used(i) && s.free(i) && whole(i) && !age(i) ? i : -1;
    }

    /** "20 to 45 with ECGs", "over 60 with ECGs": so old, not so many. */
    private boolean age(int i) {
        boolean range = s.like(i - 1, "to|-|–|and|or|through|until") && s.at(i - 2).number();
        return range
                || s.like(i - 1, "over|under|above|below|aged?|ages|stage|grade|than|beyond|past");
    }

    /** Whether a number of studies or people may stand there: a whole one from 1. */
    boolean whole(int i) {
        return s.at(i).number()
                && s.at(i).value().stripTrailingZeros().scale() <= 0
                && s.at(i).doubleValue() >= 1;
    }

    /** Whether a share or a count of all stands before a word, which takes it then. */
    boolean leads(int at) {
        return of(Math.max(0, at - 5), at, at + 1, at).isPresent();
    }

    private boolean detail(int i) {
        return all.stream()
                .anyMatch(p -> p.term() instanceof Term.Detail && p.from() <= i && i < p.to());
    }

    /** The share said of what stands at {@code at}, between its neighbours. */
    OptionalDouble of(int from, int at, int end, int to) {
        if (divided || equalParts.stream().anyMatch(p -> p.to() == end)) {
            return equal;
        }
        for (int i = Math.min(to, s.size()) - 1; i >= from; i--) {
            OptionalDouble percent = claim.percent(i);
            boolean behind =
                    i >= end
                            && s.like(i - 1, "in|for|of|among|at|to|:|=|\\(")
                            && !(s.like(i - 1, ":|\\(") && next(i));
            boolean bare = i == end; // "emphysema 60 %"
            boolean before = i < at && linked(s.at(i).number() ? i + 2 : i + 1, at);
            if (percent.isPresent() && !claim.used(i) && (behind || bare || before)) {
                int last = s.at(i).number() ? i + 2 : i + 1;
                while (s.like(last, LINK) && !claim.used(last) && last < s.size() && last != at) {
                    last++;
                }
                claim.take(behind ? i - 1 : i, Math.min(last, s.size()));
                return percent;
            }
        }
        OptionalDouble before = counted(from, at);
        return before.isPresent() ? before : behind(end, to);
    }

    /** "sinus rhythm: 10 % LBBB": a share that leads to another finding. */
    private boolean next(int share) {
        int i = s.at(share).number() ? share + 2 : share + 1;
        while (s.like(i, LINK)) {
            i++;
        }
        int at = i;
        return all.stream().anyMatch(p -> p.from() == at && p.term() instanceof Term.Finding);
    }

    /** "absence seizures in 10 of them". */
    private OptionalDouble behind(int end, int to) {
        for (int i = end + 1; i < to; i++) {
            boolean led = s.like(i - 1, "in|for|among") && whole(i) && s.free(i);
            if (led && s.like(i + 1, "of|patients|people|persons|subjects|cases") && i != first) {
                int last = i + 1;
                while (s.like(last, LINK) && last < s.size()) {
                    last++;
                }
                return part(i, i - 1, last);
            }
        }
        return OptionalDouble.empty();
    }

    /** "20 with LBBB", "25 of them paced", where the number of all is known. */
    OptionalDouble counted(int from, int at) {
        if (divided || equalParts.stream().anyMatch(p -> p.from() == at)) {
            return equal;
        }
        int i = number(from, at);
        boolean led = i > from + 1 && s.like(i - 1, "of|/") && whole(i - 2) && s.free(i - 2);
        if (led && s.at(i - 2).doubleValue() < s.at(i).doubleValue()) { // "2 of 40"
            claim.take(i - 2, at);
            return OptionalDouble.of(100 * s.at(i - 2).doubleValue() / s.at(i).doubleValue());
        }
        return i < 0 ? OptionalDouble.empty() : part(i, i, at);
    }

    private OptionalDouble part(int i, int from, int to) {
        if (whole.isEmpty()) {
            return OptionalDouble.empty();
        }
        double part = s.at(i).doubleValue();
        if (part > whole.getAsDouble() || i == first) {
            return OptionalDouble.empty();
        }
        claim.take(from, to);
        return OptionalDouble.of(100 * part / whole.getAsDouble());
    }

    private boolean linked(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!s.like(i, LINK) && s.like(i, "[.;,]|and|but")) {
                return false;
            }
        }
        return true;
    }
}
