package org.anamnesis.interpret;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.code.StudyKind;
import org.anamnesis.interpret.StudyTerms.Place;
import org.anamnesis.interpret.StudyTerms.Term;
import org.anamnesis.spec.StudyOrder;

/**
 * How many of a finding each study shows: "two nodules", "2 to 4 stones", "several metastases". A
 * number of people is another thing: "5 with nodules", "20 nodules and 40 normal".
 */
final class StudyCounts {
    /** Ends of what vague words stand for; they are assumptions, shown to whoever said them. */
    private static final Map<String, String> VAGUE =
            Map.of(
                    "multiple", StudyOrder.Shown.between("3", "6"),
                    "several", StudyOrder.Shown.between("3", "6"),
                    "multilobar", StudyOrder.Shown.between("2", "5"),
                    "multifocal", StudyOrder.Shown.between("2", "5"),
                    "numerous", StudyOrder.Shown.between("5", "9"),
                    "many", StudyOrder.Shown.between("5", "9"),
                    "few", StudyOrder.Shown.between("2", "4"));

    private static final String LEAD =
            "with|showing|shows?|has|have|having|and|plus|each|of|contain|contains|containing|are|to|in|into|them|it|make|want|beside|besides|between|a|the";
    private static final String ONLY_MANY = "separate|distinct|different";
    private static final String KINDS_OF = "small|large|tiny|big|new|old|round|" + ONLY_MANY;
    private static final int MOST = 99;

    /** Of both lungs: what fills a lobe is there so often at most. */
    private static final int LOBES = 5;

    /** Up to which a number behind a comma is of each study, not of the people. */
    private static final int FEW = 4;

    /** "At least 2" are up to so many more: an assumption. */
    private static final int MORE = 3;

    private final Sentence s;
    private final StudyClaim claim;
    private final List<Place> all;

    StudyCounts(Sentence s, StudyClaim claim, List<Place> all) {
        this.s = s;
        this.claim = claim;
        this.all = all;
    }

    /** A number, or what it lies between as details have it, from a token on. */
    record Read(String value, int from) {}

    /** Whether a number before the name is of each study. */
    boolean counts(Place p, StudyKind.Shown finding) {
        return read(p, finding).isPresent();
    }

    /** The number as details have it; its words are taken. */
    Optional<String> of(Place p, StudyKind.Shown finding) {
        Optional<Read> lobes = lobes(p, finding);
        Optional<Read> read = lobes.or(() -> read(p, finding));
        read.ifPresent(r -> take(r.from(), p));
        if (lobes.filter(r -> r.from() == p.from()).isPresent()) {
            claim.take(p.to(), lobe(p) + 2);
        }
        return read.map(r -> capped(r.value(), most(finding)));
    }

    private static double most(StudyKind.Shown finding) {
        return finding.details().stream()
                .filter(d -> d.id().equals(StudyKind.COUNT))
                .mapToDouble(d -> d.high().orElse(MOST))
                .findFirst()
                .orElse(MOST);
    }

    /** "pneumonia in two lobes", "multilobar pneumonia": one in each of so many. */
    Optional<Read> lobes(Place p, StudyKind.Shown finding) {
        int i = lobe(p);
        boolean led = s.like(p.to(), "in|of|involving|affecting|across") && s.like(i + 1, "lobes");
        if (most(finding) != LOBES) {
            return Optional.empty();
        }
        if (!led || !s.free(i)) {
            return vague(noun(p));
        }
        Optional<String> many =
                number(i)
                        ? Optional.of(StudyClaim.plain(s.at(i).doubleValue()))
                        : Optional.ofNullable(VAGUE.get(s.word(i)));
        return many.map(n -> new Read(n, p.from()));
    }

    /** Where it would be said of how many lobes. */
    private int lobe(Place p) {
        return s.like(p.to() + 1, "a") ? p.to() + 2 : p.to() + 1;
    }

    private Optional<Read> vague(int i) {
        return i >= 0 && VAGUE.containsKey(s.word(i)) && s.free(i)
                ? Optional.of(new Read(VAGUE.get(s.word(i)), s.like(i - 1, "a") ? i - 1 : i))
                : Optional.empty();
    }

    /** What a vague word stands for, up to what there can be. */
    private static String capped(String many, double most) {
        List<String> ends = StudyOrder.Shown.ends(many);
        return ends.size() < 2 || Double.parseDouble(ends.get(0)) > most
                ? many
                : StudyOrder.Shown.between(
                        ends.get(0),
                        StudyClaim.plain(Math.min(most, Double.parseDouble(ends.get(1)))));
    }

    private Optional<Read> read(Place p, StudyKind.Shown finding) {
        int i = noun(p);
        boolean beats = // "with 3 PVCs": so many in each, as far as there can be
                finding.details().stream()
                        .filter(d -> d.unit().equals("{beats}") && i >= 0 && s.at(i).number())
                        .anyMatch(d -> s.at(i).doubleValue() <= d.high().orElse(0));
        if ((finding.several() == StudyKind.Several.ONCE && !beats) || i < 0) {
            return Optional.empty();
        }
        Optional<Read> vague = vague(i);
        if (vague.isPresent()) {
            return vague;
        }
        if (s.like(i, "of") && s.like(i - 1, "couple|pair") && s.free(i - 1)) {
            return Optional.of(new Read("2", s.like(i - 2, "a") ? i - 2 : i - 1));
        }
        return number(i) ? said(i, p) : Optional.empty();
    }

    private Optional<Read> said(int i, Place p) {
        boolean range =
                s.like(i - 1, "to|-|–|or")
                        && number(i - 2)
                        && s.at(i - 2).doubleValue() < s.at(i).doubleValue();
        int first = range ? i - 2 : i;
        boolean led = first == 0 || s.like(first - 1, LEAD);
        boolean listed = s.like(first - 1, "[,:;(]") && s.at(i).doubleValue() <= FEW;
        boolean most = s.like(first - 1, "most|to|than") && s.like(first - 2, "at|up|more");
        boolean least = s.like(first - 1, "least") && s.like(first - 2, "at");
        boolean each =
                claim.each(p.to()) > p.to()
                        || (s.like(p.to(), "per|in")
                                && s.like(p.to() + 1, "each|patient|ct|scan|study|person"));
        boolean counts = (led || listed || most || least) && !parted(first) && !partOfAll(i);
        if (!each && !counts) {
            return Optional.empty();
        }
        double n = s.at(i).doubleValue();
        String last = StudyClaim.plain(n);
        if (most || least) {
            boolean no = s.like(first - 2, "more") && s.like(first - 3, "no|not");
            String ends =
                    least
                            ? StudyOrder.Shown.between(last, StudyClaim.plain(n + MORE))
                            : StudyOrder.Shown.between("1", last);
            return Optional.of(new Read(n == 1 && most ? last : ends, no ? first - 3 : first - 2));
        }
        String value =
                range
                        ? StudyOrder.Shown.between(
                                StudyClaim.plain(s.at(first).doubleValue()), last)
                        : last;
        return Optional.of(new Read(value, s.like(first - 1, "between") ? first - 1 : first));
    }

    /** The count and words that say no more; how large they are is for others to read. */
    private void take(int from, Place p) {
        claim.take(from, Math.max(from, noun(p) + 1));
        for (int i = noun(p) + 1; i < p.from(); i++) {
            if (s.like(i, ONLY_MANY)) {
                claim.take(i, i + 1);
            }
        }
        if (claim.each(p.to()) > p.to()) {
            claim.take(p.to(), claim.each(p.to()));
        }
    }

    /** "10 of which have"; "2 of 5 nodules". */
    private boolean partOfAll(int i) {
        return s.like(i - 1, "of") && s.at(i - 2).number();
    }

    /** Whether the other part of the people is told: "20 nodules and 40 normal", "the rest". */
    private boolean parted(int number) {
        for (int i = 0; i < s.size(); i++) {
            boolean others = s.like(i, "normal|unremarkable|without|none|clear");
            if (others && i - 1 != number && (number(i - 1) || s.at(i - 1).number())) {
                return true;
            }
            if (s.like(i, "rest|others|remaining")) {
                return true;
            }
        }
        int counted = 0;
        for (Place o : all) {
            boolean finding = o.term() instanceof Term.Finding;
            int at = finding ? noun(o) : -1;
            counted += at >= 0 && s.at(at).number() && s.like(at - 1, "[,:;]") ? 1 : 0;
        }
        return counted > 1; // "12 chest CTs: 5 nodules, 7 pneumonias"
    }

    private boolean number(int i) {
        double v = s.at(i).number() ? s.at(i).doubleValue() : 0;
        return v >= 1 && v <= MOST && v == Math.rint(v) && s.free(i) && !claim.used(i);
    }

    /** The token before the name of a finding with its size and its kind: "two [5 mm solid]". */
    private int noun(Place p) {
        int i = p.from() - 1;
        while (i >= 0) {
            int unit = claim.factor("mm", i) > 0 && s.at(i - 1).number() ? i - 2 : i;
            if (unit < i) {
                boolean range = s.like(unit, "to|-|–") && s.at(unit - 1).number();
                i = range ? unit - 2 : unit;
            } else if (s.like(i, KINDS_OF) || detail(i)) {
                i--;
            } else {
                return i;
            }
        }
        return i;
    }

    private boolean detail(int i) {
        return all.stream()
                .anyMatch(p -> p.term() instanceof Term.Detail && p.from() <= i && i < p.to());
    }
}
