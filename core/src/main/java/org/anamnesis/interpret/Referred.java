package org.anamnesis.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;

/**
 * Words that stand for a drug or condition asked before, read as its name: "the drug in 55 %",
 * "escitalopram instead of that", "replace it with losartan", "venlafaxine in its place".
 */
final class Referred {
    private static final String POINTS = "the|that|this|said|same";
    private static final String DRUG =
            "drug|medication|medicine|med|treatment|agent|therapy|tablet|pill|compound";
    private static final String CONDITION =
            "comorbidity|comorbid|secondary|concomitant|accompanying|additional";
    private static final String PRONOUN = "that|it|this|those|them|these";

    private final Sentence s;
    private final CohortSpec current;

    private Referred(Sentence s, CohortSpec current) {
        this.s = s;
        this.current = current;
    }

    /** The sentence with such words read as names. */
    static Sentence plain(Sentence s, CohortSpec current, Vocabulary vocabulary) {
        List<Exchange> all = new Referred(s, current).exchanges();
        return s.exchanged(all, vocabulary);
    }

    private List<Exchange> exchanges() {
        List<Exchange> all = new ArrayList<>();
        for (int i = 0; i < s.size() && all.isEmpty(); i++) {
            int at = i;
            kind(at).or(() -> pronoun(at))
                    .or(() -> place(at))
                    .or(() -> diabetes(at))
                    .or(() -> on(at))
                    .or(() -> rest(at))
                    .or(() -> share(at))
                    .or(() -> sameFor(at))
                    .or(() -> ordinal(at))
                    .or(() -> ordinalLimit(at))
                    .ifPresent(all::add);
        }
        return all;
    }

    /** "the drug", "that comorbidity", "the drug's share". */
    private Optional<Exchange> kind(int i) {
        if (!s.like(i, POINTS) || s.inConcept(i + 1)) {
            return Optional.empty();
        }
        boolean drug = s.like(i + 1, DRUG);
        boolean condition = s.like(i + 1, CONDITION);
        boolean pair = condition && s.like(i + 2, "condition|disease|diagnosis|illness");
        boolean whole = drug || pair || s.word(i + 1).equals("comorbidity");
        boolean named = s.named().stream().anyMatch(n -> drug ? drug(n) : condition(n));
        int to = pair ? i + 3 : i + 2;
        boolean more = s.like(to, "class|classes|list|names?|table|column|columns|data|s");
        if (!whole || named || more) {
            return Optional.empty();
        }
        return drug && WhichOne.twoAtOnce(current)
                ? Optional.empty() // asked back
                : last(drug, false).map(name -> new Exchange(i, to, name));
    }

    /** "escitalopram instead of that", "replace it with losartan", "swap that for COPD". */
    private Optional<Exchange> pronoun(int i) {
        boolean behind = false;
        for (String of : List.of("instead of", "rather than", "in place of", "in lieu of")) {
            boolean ends = s.like(i + 3, "|[.,;!?]|one|please|and|but");
            behind |= s.after(i, of) == i + 2 && s.like(i + 2, PRONOUN) && ends;
        }
        boolean verb =
                s.like(i, "replace|swap|exchange|substitute|trade|switch|change")
                        && s.like(i + 1, PRONOUN);
        boolean link =
                s.like(i, "switch|change")
                        ? s.like(i + 2, "to|for|into") && !s.word(i + 1).equals("them")
                        : s.like(i + 2, "with|for|by|against");
        int at = behind ? i + 2 : verb && link ? i + 1 : -1;
        boolean noun =
                s.like(i, "replace|swap|exchange|substitute|trade|switch|change")
                        && s.like(i + 1, POINTS + "|their|its")
                        && s.like(i + 2, DRUG + "|comorbidity")
                        && s.like(i + 3, "to|for|with|by|into|against");
        if (noun) { // "switch the drug to chlorthalidone"
            return alike().map(n -> new Exchange(i + 1, i + 3, n));
        }
        return at < 0 ? Optional.empty() : alike().map(n -> new Exchange(at, at + 1, n));
    }

    /** "venlafaxine in its place". */
    private Optional<Exchange> place(int i) {
        boolean here =
                s.word(i).equals("in")
                        && s.like(i + 1, "its|their|that|this|the")
                        && s.like(i + 2, "place|stead");
        boolean of = s.word(i + 3).equals("of");
        return here && !of
                ? alike().map(n -> new Exchange(i, i + 3, "instead of " + n))
                : Optional.empty();
    }

    /** "the rest on warfarin", of those who are on no drug yet. */
    private Optional<Exchange> rest(int i) {
        int to = -1;
        for (String phrase :
                List.of("the rest", "the remainder", "the others", "everyone else", "all others")) {
            to = Math.max(to, s.after(i, phrase));
        }
        int at = to;
        boolean named = s.named().stream().anyMatch(n -> n.from() == at && drug(n));
        boolean takes = named || s.like(to, "on|takes?|gets?|receives?|with|should|to|of");
        boolean drug = s.named().stream().filter(Referred::drug).count() == 1;
        double sum =
                current.constraints().stream()
                        .filter(c -> c instanceof Constraint.Share)
                        .map(c -> (Constraint.Share) c)
                        .filter(c -> c.criterion() instanceof Criterion.TakesMedication)
                        .mapToDouble(Constraint.Share::percent)
                        .sum();
        boolean last =
                Last.of(current)
                        .filter(c -> c instanceof Constraint.Share)
                        .flatMap(Last::criterion)
                        .filter(c -> c instanceof Criterion.TakesMedication)
                        .isPresent();
        return to > 0 && takes && drug && last && sum > 0 && sum < 100
                ? Optional.of(
                        new Exchange(
                                i,
                                to,
                                BigDecimal.valueOf(100 - sum).stripTrailingZeros().toPlainString()
                                        + (named ? " % of them on" : " % of them")))
                : Optional.empty();
    }

    /** "the same share for lamotrigine": as many as were asked last. */
    private Optional<Exchange> share(int i) {
        boolean same =
                s.word(i).equals("same")
                        && s.like(i + 1, "share|percentage|proportion|quota|fraction")
                        && s.like(i + 2, "for|on|with|of|should|to|also|in");
        return same
                ? Last.of(current)
                        .filter(c -> c instanceof Constraint.Share)
                        .map(c -> ((Constraint.Share) c).percent())
                        .map(
                                p ->
                                        new Exchange(
                                                s.word(i - 1).equals("the") ? i - 1 : i,
                                                s.like(i + 2, "for|of|in") ? i + 3 : i + 2,
                                                BigDecimal.valueOf(p)
                                                                .stripTrailingZeros()
                                                                .toPlainString()
                                                        + " % of them"
                                                        + (s.like(i + 2, "for|of|in")
                                                                ? " with"
                                                                : "")))
                : Optional.empty();
    }

    /** "same for apixaban", after a share of those on another drug: as many. */
    private Optional<Exchange> sameFor(int i) {
        boolean same = s.word(i).equals("same") && s.like(i + 1, "for|with|of|on|in");
        int name = s.word(i + 2).equals("the") ? i + 3 : i + 2;
        boolean drug = s.named().stream().anyMatch(n -> n.from() == name && drug(n));
        boolean condition = s.named().stream().anyMatch(n -> n.from() == name && condition(n));
        Optional<Constraint.Share> last =
                Last.of(current)
                        .filter(c -> c instanceof Constraint.Share)
                        .map(c -> (Constraint.Share) c);
        boolean alike =
                last.map(Constraint.Share::criterion)
                        .filter(
                                c ->
                                        drug
                                                ? c instanceof Criterion.TakesMedication
                                                : c instanceof Criterion.HasCondition)
                        .isPresent();
        return same && (drug || condition) && alike
                ? last.map(
                        c ->
                                new Exchange(
                                        s.word(i - 1).equals("the") ? i - 1 : i,
                                        name,
                                        percent(c) + (drug ? " of them on" : " of them with")))
                : Optional.empty();
    }

    private static String percent(Constraint.Share share) {
        return BigDecimal.valueOf(share.percent()).stripTrailingZeros().toPlainString() + " %";
    }

    /** "the second share 30 %", "the first limit should be 7.5": one of several by its place. */
    private Optional<Exchange> ordinal(int i) {
        int k = List.of("first", "second", "third").indexOf(s.word(i));
        boolean share =
                s.like(i + 1, "share|percentage|proportion|quota|drug|figure|number") || one(i + 1);
        int n = i + 2;
        while (s.like(
                n, "should|must|be|is|to|at|of|=|:|now|rather|better|,|instead|shall|as|makes?")) {
            n++;
        }
        int to = n + 2;
        boolean percent = s.at(n).number() && s.like(n + 1, "%|percent");
        boolean alone = true; // of several, others know
        for (int x = 0; x < s.size(); x++) {
            alone &= x == i || !s.like(x, "first|second|third");
        }
        if (k < 0
                || !share
                || !percent
                || !alone
                || !s.like(to, "|[.,;!]|please|now|instead|then")) {
            return Optional.empty();
        }
        List<Constraint.Share> all =
                current.constraints().stream()
                        .filter(c -> c instanceof Constraint.Share)
                        .map(c -> (Constraint.Share) c)
                        .toList();
        if (all.size() < 2 || k >= all.size()) {
            return Optional.empty();
        }
        Constraint.Share c = all.get(k);
        String link = c.criterion() instanceof Criterion.TakesMedication ? " on " : " with ";
        int from = s.word(i - 1).equals("the") ? i - 1 : i;
        return Catalogue.bundled()
                .find(Last.concept(c))
                .map(
                        x ->
                                new Exchange(
                                        from,
                                        to,
                                        s.english(to - 2, to) + " of them" + link + x.name()));
    }

    /** "the first limit should be 7.5": an end of the only range, or one of several limits. */
    private Optional<Exchange> ordinalLimit(int i) {
        int k = List.of("first", "second", "third").indexOf(s.word(i));
        boolean limit =
                s.like(i + 1, "limit|bound|cutoff|threshold|number|figure|value|criterion")
                        || one(i + 1);
        int n = i + 2;
        while (s.like(
                n, "should|must|be|is|to|at|of|=|:|now|rather|better|,|instead|shall|as|makes?")) {
            n++;
        }
        int to = n + 1;
        boolean end = s.like(to, "|[.,;!]|please|now|instead|then");
        if (k < 0 || !limit || !s.at(n).number() || !end) {
            return Optional.empty();
        }
        List<String> ends = new ArrayList<>();
        for (Constraint c : current.constraints()) {
            if (c instanceof Constraint.Require r) {
                ends.addAll(ends(r.criterion()));
            }
        }
        int from = s.word(i - 1).equals("the") ? i - 1 : i;
        return k < ends.size() && ends.size() > 1
                ? Optional.of(new Exchange(from, to, ends.get(k) + " " + s.english(to - 1, to)))
                : Optional.empty();
    }

    private boolean one(int i) {
        return i < s.size() && s.english(i, i + 1).equalsIgnoreCase("one");
    }

    /** What the ends of a limit are called. */
    private static List<String> ends(Criterion c) {
        List<String> ends = new ArrayList<>();
        if (c instanceof Criterion.ObservationWithin o) {
            String name =
                    Catalogue.bundled()
                            .find(o.observation())
                            .map(Concept::name)
                            .orElse(o.observation());
            if (Double.isFinite(o.range().low())) {
                ends.add(name + " minimum");
            }
            if (Double.isFinite(o.range().high())) {
                ends.add(name + " maximum");
            }
        }
        if (c instanceof Criterion.AgeBetween a) {
            if (a.minYears() > 0) {
                ends.add("lower age limit");
            }
            if (a.maxYears() < AgeWords.OLDEST) {
                ends.add("upper age limit");
            }
        }
        return ends;
    }

    /** "nobody on it", "half of them taking it". */
    private Optional<Exchange> on(int i) {
        boolean it =
                s.like(i, "it|that")
                        && s.like(i - 1, "on|taking|takes?|off|receiving|using|gets?")
                        && s.like(i + 1, "|[.,;!?]|please|now|too|instead|then|any|either");
        boolean people = false;
        for (int k = 0; k < i; k++) {
            people |=
                    s.like(k, "nobody|everyone|everybody|none|all|them|half|%|one|patients")
                            || s.at(k).kind() == Token.Kind.FRACTION;
        }
        boolean named = s.named().stream().anyMatch(Referred::drug);
        return it && people && !named
                ? last(true, false).map(n -> new Exchange(i, i + 1, n))
                : Optional.empty();
    }

    /** "diabetes", where one type of it was asked beside the main condition. */
    private Optional<Exchange> diabetes(int i) {
        boolean bare =
                s.like(i, "diabetes|diabetics?")
                        && !s.inConcept(i)
                        && !s.english().toLowerCase(java.util.Locale.ROOT).contains("type");
        for (String type : bare ? List.of("2", "1") : List.<String>of()) {
            if (Last.asked(current, "type-" + type + "-diabetes")) {
                return Optional.of(new Exchange(i, i + 1, "type " + type + " diabetes"));
            }
        }
        return Optional.empty();
    }

    /** The last one that is of the kind of what else is named. */
    private Optional<String> alike() {
        boolean drug = s.named().stream().anyMatch(Referred::drug);
        boolean condition = s.named().stream().anyMatch(Referred::condition);
        return drug == condition ? Optional.empty() : last(drug, true);
    }

    /**
     * @param any of several the last; else only one that is asked alone or last of all
     */
    private Optional<String> last(boolean drug, boolean any) {
        List<String> found = new ArrayList<>();
        for (Constraint c : current.constraints()) {
            Optional<Criterion> of = Last.criterion(c);
            boolean fits =
                    of.isPresent()
                            && (drug
                                    ? of.get() instanceof Criterion.TakesMedication
                                    : of.get() instanceof Criterion.HasCondition);
            if (fits) {
                found.add(Last.concept(c));
            }
        }
        if (found.isEmpty() && !drug && any) {
            current.condition().ifPresent(found::add);
        }
        boolean just =
                !found.isEmpty()
                        && Last.of(current)
                                .filter(c -> Last.concept(c).equals(found.get(found.size() - 1)))
                                .isPresent();
        return found.isEmpty() || (found.size() > 1 && !any && !just)
                ? Optional.empty()
                : Catalogue.bundled().find(found.get(found.size() - 1)).map(Concept::name);
    }

    private static boolean drug(Sentence.Named n) {
        return n.is(Concept.Kind.INGREDIENT) || n.is(Concept.Kind.DRUG_CLASS);
    }

    private static boolean condition(Sentence.Named n) {
        return n.is(Concept.Kind.CONDITION);
    }
}
